using System.CommandLine;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb data get</c>: fetches a data set from its publisher.</summary>
internal static class DataGetCommand
{
    private static readonly Option<string?> Query = new("--query")
    {
        HelpName = "TEXT",
        Description = "For web services: what to ask for in the service's own words, such as chemsys=Li-Fe-O. The default is all.",
    };

    public static Command Create()
    {
        var name = DataCommand.NewName();
        var command = new Command("get", "Fetches a data set and checks its hashes; run it again to go on where it was interrupted.") { name, Query };
        command.SetAction((arguments, cancellation) => DataCommand.AttemptAsync("get", arguments.GetRequiredValue(name), entry => GetAsync(entry, arguments.GetValue(Query), cancellation)));
        return command;
    }

    private static async Task<int> GetAsync(DatasetEntry entry, string? query, CancellationToken cancellation)
    {
        if (query is not null && entry.Download?.Service is null)
            return InputFile.Say("data get", $"--query {query}: {entry.Name} is no web service; it comes as a whole.");
        var asked = query is null ? entry : entry with { Download = entry.Download! with { Service = entry.Download.Service! with { Query = query } } };
        var line = new TransferLine();
        using var downloader = new DatasetDownloader { Say = line.Say };
        foreach (var file in await downloader.GetAsync(asked, line, cancellation))
            line.Say(DatasetFacts.Line(file));
        return ExitCode.Success;
    }
}
