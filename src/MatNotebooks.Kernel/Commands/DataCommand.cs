using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb data</c>: the data sets of the catalogue, listed, explained, fetched, and written for others.</summary>
internal static class DataCommand
{
    /// <summary>The data set that a command is about.</summary>
    public static Argument<string> NewName()
    {
        var name = new Argument<string>("name") { HelpName = "NAME", Description = "The data set; matnb data list names them." };
        name.CompletionSources.Add(_ => DatasetCatalogue.All.Select(entry => new System.CommandLine.Completions.CompletionItem(entry.Name, detail: entry.Title)));
        return name;
    }

    public static Command Create() => new("data", "Lists, explains, fetches and exports data sets, with units, sources and licences.")
    {
        DataListCommand.Create(), DataShowCommand.Create(), DataGetCommand.Create(), DataExportCommand.Create(),
    };

    /// <summary>Does what was asked of a set; whatever is wrong is one line.</summary>
    /// <param name="command">"show", "get" or "export".</param>
    /// <param name="name">The set, as typed.</param>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    public static async Task<int> AttemptAsync(string command, string name, Func<DatasetEntry, Task<int>> work)
    {
        try
        {
            return await work(DatasetFacts.Find(name));
        }
        catch (OperationCanceledException)
        {
            InputFile.Say($"data {command}", $"{name}: stopped. {(command == "get" ? "What came stays: run it again to go on." : "Nothing was written.")}");
            return ExitCode.Interrupted;
        }
        catch (DownloadException failed)
        {
            InputFile.Say($"data {command}", failed.Message);
            return ExitCode.Failed;
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or MissingKeyException or BadRecordException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return InputFile.Say($"data {command}", wrong.Message);
        }
    }
}
