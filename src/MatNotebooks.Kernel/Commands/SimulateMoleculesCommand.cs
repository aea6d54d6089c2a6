using System.CommandLine;
using System.Text.Json;
using MatNotebooks.Cluster;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Molecules;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb simulate molecules</c>: small molecules relaxed with GFN2-xTB.</summary>
internal static class SimulateMoleculesCommand
{
    private static readonly Option<int> Count = new("--count")
    {
        HelpName = "N", DefaultValueFactory = _ => 3400, Description = "How many molecules to relax, small ones first; one in nine changes its bonds or rests on a saddle, and is left out. The default is 3400.",
    };

    private static readonly Option<int> Seed = new("--seed") { HelpName = "S", Description = "Which larger molecules are taken. The default is 0." };

    private static readonly Option<string> Ledger = new("--ledger")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine("out", "molecules", "ledger.db"),
        Description = "Where finished molecules are kept.",
    };

    private static readonly Option<string> Program = new("--xtb")
    {
        HelpName = "PATH", DefaultValueFactory = _ => new XtbOptions().Program, Description = "The program xtb.",
    };

    private static readonly Option<double> Timeout = new("--timeout")
    {
        HelpName = "SECONDS", DefaultValueFactory = _ => new XtbOptions().Limit.TotalSeconds, Description = "Gives a calculation up that takes longer.",
    };

    private static readonly Option<string?> Output = new("--output") { HelpName = "FILE", Description = "Writes what is done to a table, .jsonl or .jsonl.gz." };

    public static Command Create()
    {
        var command = new Command("molecules", "Small molecules of H, C, N, O and F with GFN2-xTB. May be stopped and started again.")
        {
            Count, Seed, Ledger, Program, Timeout, Output,
        };
        command.SetAction(RunAsync);
        return command.WithQueue();
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        if (Wrong(arguments) is { } wrong) return Say(wrong, ExitCode.BadInput);
        try
        {
            using var ledger = CampaignLedger.Open(arguments.GetValue(Ledger)!);
            ledger.PutFact("command", JsonSerializer.Serialize(arguments.Tokens.Select(token => token.Value)));
            var molecules = new MoleculeCampaign(arguments.GetValue(Count), arguments.GetValue(Seed));
            var calculator = new XtbCalculator(new()
            {
                Relaxation = XtbRelaxation.VeryTight,
                Program = arguments.GetValue(Program)!,
                Limit = TimeSpan.FromSeconds(arguments.GetValue(Timeout)),
            });
            var queue = QueueOptions.Open(arguments, arguments.GetValue(Ledger)!);
            using var closing = queue as IDisposable;
            CampaignLines.Line($"{calculator.Description}; {molecules.Names.Count} molecules on {queue.Description}; ledger {arguments.GetValue(Ledger)}");
            var campaign = new Campaign(calculator, ledger, queue) { Demand = QueueOptions.DemandOf(arguments) };
            var status = await campaign.RunAsync(molecules.Jobs(), new CampaignLines(), cancellation);
            CampaignLines.Line($"{status}");
            WriteTable(calculator, molecules, ledger, arguments.GetValue(Output));
            return status.Failed == 0 ? ExitCode.Success : ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return Say("stopped. Finished molecules are in the ledger; the same command, or matnb campaign resume, goes on from there.", ExitCode.Interrupted);
        }
        catch (Exception error) when (error is CalculationException or ClusterException)
        {
            return Say(error.Message, ExitCode.Failed);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Say(error.Message, ExitCode.BadInput);
        }
    }

    private static void WriteTable(XtbCalculator calculator, MoleculeCampaign molecules, CampaignLedger ledger, string? path)
    {
        var done = ledger.Entries.Where(entry => entry.Result is not null).ToLookup(entry => entry.Name);
        var kept = new List<Gfn2Molecule>();
        foreach (var name in molecules.Names)
        {
            if (ResultOf(name) is not { } result) continue;
            if (molecules.Objection(name, result) is { } objection) CampaignLines.Line($"left out: {name}: {objection}");
            else kept.Add(RecordOf(name, result));
        }
        CampaignLines.Line($"{kept.Count} molecules kept their bonds and rest in a minimum");
        if (path is null) return;
        Gfn2MoleculeDataset.Write(path, kept);
        CampaignLines.Line($"written to {path}");

        // A ledger may hold the same molecule from another start too.
        CalculationResult? ResultOf(string name) => done[name].ToArray() switch
        {
            [] => null,
            [var only] => only.Result,
            var several => several.FirstOrDefault(entry => entry.InputHash == calculator.InputHash(molecules.Job(name).Task))?.Result,
        };
    }

    private static Gfn2Molecule RecordOf(string smiles, CalculationResult result) => new()
    {
        Smiles = smiles,
        Molecule = result.Molecule!,
        Energy = result.Energy,
        Homo = result.Homo!.Value,
        Lumo = result.Lumo!.Value,
        Dipole = result.Dipole!.Value,
        Polarizability = result.Polarizability!.Value,
        ZeroPointEnergy = result.Frequencies.Where(value => value > 0).Sum() * Quantities.Units.InverseCentimeter / 2,
        Frequencies = result.Frequencies,
    };

    private static string? Wrong(ParseResult arguments)
    {
        if (arguments.GetValue(Count) is < 1 or > 100_000) return $"--count {arguments.GetValue(Count)}: give 1 to 100000.";
        if (arguments.GetValue(Timeout) is not (>= 1 and <= 86400)) return $"--timeout {arguments.GetValue(Timeout)}: give 1 to 86400 seconds.";
        return QueueOptions.Wrong(arguments) ?? (arguments.GetValue(Output) is { } output ? WrongOutput(output) : null);
    }

    // Said before hours of computing, not after.
    private static string? WrongOutput(string path)
    {
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase))
            return $"--output {path}: the table is JSON lines; give a name that ends with .jsonl or .jsonl.gz.";
        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)
            ? $"--output {path}: there is no folder {folder}; make it, or name another."
            : null;
    }

    private static int Say(string message, int code)
    {
        ConsoleRouting.OutsideError.WriteLine("matnb simulate molecules: " + message);
        return code;
    }
}
