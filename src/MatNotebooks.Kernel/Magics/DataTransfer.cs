using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Datasets.Export;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!data get</c> and <c>#!data export</c>: data sets from the network and to files.</summary>
internal static class DataTransfer
{
    /// <summary>Fetches a set.</summary>
    public static async Task GetAsync(DatasetEntry entry, string? query, MagicContext context, bool onlyCode)
    {
        if (query is not null && entry.Download?.Service is null)
            throw new MagicException($"#!data get --query {query}: {entry.Name} is no web service; it comes as a whole.");
        if (onlyCode)
        {
            var asked = query is null ? "" : $"set = set with {{ Download = set.Download! with {{ Service = set.Download.Service! with {{ Query = {TwinCode.Literal(query)} }} }} }};\n";
            TwinCode.Show(context, $"var set = DatasetCatalogue.Find(\"{entry.Name}\");\n{asked}using var downloader = new DatasetDownloader {{ Say = Console.WriteLine }};\nvar files = await downloader.GetAsync(set);");
            return;
        }
        var lines = new List<string>();
        using var bar = new ProgressBar($"fetching {entry.Name}");
        using var downloader = new DatasetDownloader { Say = lines.Add };
        await AttemptAsync("get", entry, async () =>
        {
            var wanted = query is null ? entry : entry with { Download = entry.Download! with { Service = entry.Download.Service! with { Query = query } } };
            var files = await downloader.GetAsync(wanted, new Bar(bar), context.Cell.Cancellation);
            lines.AddRange(files.Select(DatasetFacts.Line));
        });
        bar.Report(1, "");
        context.Show(string.Join('\n', lines));
    }

    /// <summary>Writes a set.</summary>
    public static async Task ExportAsync(DatasetEntry entry, string? format, string? path, MagicContext context, bool onlyCode)
    {
        var file = DatasetFile.Of(entry, format ?? throw new MagicException($"#!data export {entry.Name} needs a format: --to {string.Join(", ", DatasetFile.Formats)}"), path);
        if (onlyCode)
        {
            TwinCode.Show(context, $"DatasetExport.Write(DatasetCatalogue.Find(\"{entry.Name}\"), {TwinCode.Literal(file.Path)}, ExportFormat.{file.Format});");
            return;
        }
        using var bar = new ProgressBar($"writing {file.Path}");
        await AttemptAsync("export", entry, async () =>
        {
            var result = await Task.Run(() => DatasetExport.Write(entry, file.Path, file.Format, new Rows(bar, entry.Crystals ?? entry.Rows), context.Cell.Cancellation));
            bar.Report(1, $"{result.Rows:N0} rows");
            context.Show(DatasetFile.Line(result));
        });
    }

    private static async Task AttemptAsync(string what, DatasetEntry entry, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or BadRecordException or InvalidOperationException)
        {
            throw new MagicException($"#!data {what} {entry.Name}: {wrong.Message}");
        }
    }

    private sealed class Bar(ProgressBar bar) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => bar.Report(value.Fraction ?? 0, value.ToString());
    }

    private sealed class Rows(ProgressBar bar, int expected) : IProgress<long>
    {
        public void Report(long value) => bar.Report(expected > 0 ? (double)value / expected : 0, $"{value:N0} rows");
    }
}
