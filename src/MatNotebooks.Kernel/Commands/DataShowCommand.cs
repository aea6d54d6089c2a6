using System.CommandLine;
using System.Globalization;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb data show</c>: what a data set holds, where it comes from, who to cite.</summary>
internal static class DataShowCommand
{
    public static Command Create()
    {
        var name = DataCommand.NewName();
        var command = new Command("show", "Explains a data set: columns with units, split, defects, source, licence, citation, hashes.") { name };
        command.SetAction(async (arguments, _) => await DataCommand.AttemptAsync("show", arguments.GetRequiredValue(name), entry => Task.FromResult(Show(entry))));
        return command;
    }

    private static int Show(DatasetEntry entry)
    {
        foreach (var (what, value) in DatasetFacts.Of(entry))
            ConsoleRouting.Outside.WriteLine($"{what,-17}{value}");
        var width = entry.Columns.Max(column => column.Name.Length);
        ConsoleRouting.Outside.WriteLine("columns");
        foreach (var column in entry.Columns)
            ConsoleRouting.Outside.WriteLine($"  {column.Name.PadRight(width)}  {Unit(column)}{column.About}{Numbers(column)}");
        return ExitCode.Success;
    }

    private static string Unit(DatasetColumn column) => column.Unit.Length == 0 ? "" : $"[{column.Unit}] ";

    private static string Numbers(DatasetColumn column) => column.Count is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; {column.Count:N0} numbers, {column.Mean:G6} ± {column.Std:G6}");
}
