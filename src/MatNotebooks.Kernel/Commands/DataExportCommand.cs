using System.CommandLine;
using System.Globalization;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Export;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb data export</c>: writes a data set for other programs.</summary>
internal static class DataExportCommand
{
    private static readonly Option<string?> Output = new("--output", "-o") { HelpName = "FILE", Description = "The file. The default is NAME.FORMAT here." };

    public static Command Create()
    {
        var name = DataCommand.NewName();
        var to = new Option<string>("--to") { HelpName = "FORMAT", Required = true, Description = "jsonl (all, as it is read here), extxyz (ASE, potentials), parquet or csv (tables)." };
        to.AcceptOnlyFromAmong(DatasetFile.Formats);
        var command = new Command("export", "Writes a data set row by row: no more than one row is in memory.") { name, to, Output };
        command.SetAction((arguments, cancellation) => DataCommand.AttemptAsync(
            "export",
            arguments.GetRequiredValue(name),
            entry => Task.Run(() => Export(entry, DatasetFile.Of(entry, arguments.GetRequiredValue(to), arguments.GetValue(Output)), cancellation), cancellation)));
        return command;
    }

    private static int Export(DatasetEntry entry, DatasetFile file, CancellationToken cancellation)
    {
        var line = new TransferLine();
        line.Say(DatasetFile.Line(DatasetExport.Write(entry, file.Path, file.Format, new Rows(line, entry), cancellation)));
        return ExitCode.Success;
    }

    private sealed class Rows(TransferLine line, DatasetEntry entry) : IProgress<long>
    {
        public void Report(long value) => line.Show(entry.Rows == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{entry.Name}: {value:N0} rows")
            : string.Create(CultureInfo.InvariantCulture, $"{entry.Name}: {value:N0} of {entry.Crystals ?? entry.Rows:N0} rows"));
    }
}
