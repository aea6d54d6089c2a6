using System.CommandLine;
using System.Globalization;
using MatNotebooks.Bench.Arem;
using MatNotebooks.Bench.Data;
using MatNotebooks.Bench.Diffraction;
using MatNotebooks.Bench.Edl;
using MatNotebooks.Bench.Elasticity;
using MatNotebooks.Bench.Filters;
using MatNotebooks.Bench.Graphs;
using MatNotebooks.Bench.Ledger;
using MatNotebooks.Bench.Kernel;
using MatNotebooks.Bench.Mpbf;
using MatNotebooks.Bench.Octet;
using MatNotebooks.Bench.PgGos;
using MatNotebooks.Bench.Phonons;
using MatNotebooks.Bench.Processes;
using MatNotebooks.Bench.Simulators;
using MatNotebooks.Bench.Speed;
using MatNotebooks.Bench.Tables;
using MatNotebooks.Bench.Uncertainty;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var root = new RootCommand("Experiments of MatNotebooks, each beside the peer it is measured against; rows go to bench/results.")
{
    AremCommand.Create(),
    CampaignWorker.Create(),
    DataCommand.Create(),
    DiffractionCommand.Create(),
    EdlCommand.Create(),
    ElasticityCommand.Create(),
    FiltersCommand.Create(),
    GraphsCommand.Create(),
    LedgerCommand.Create(),
    LedgerWorker.Create(),
    KernelBenchCommand.Create(),
    LatencyCommand.Create(),
    MpbfCommand.Create(),
    OctetCommand.Create(),
    PgGosCommand.Create(),
    PeerWorker.Create(),
    PhononsCommand.Create(),
    ProcessesCommand.Create(),
    SimilarityCommand.Create(),
    SimulatorsCommand.Create(),
    SpeedCommand.Create(),
    UncertaintyCommand.Create(),
};
foreach (var command in TableCommands.Create()) root.Add(command);
try
{
    return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception wrong) when (wrong is IOException or FormatException or ArgumentException or InvalidOperationException)
{
    AnsiConsole.MarkupLineInterpolated($"[red]matnb bench:[/] {wrong.Message}");
    return 2;
}
