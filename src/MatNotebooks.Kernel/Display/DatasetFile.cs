using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Export;

namespace MatNotebooks.Kernel.Display;

/// <summary>The file that an export of a data set is asked for.</summary>
/// <param name="Path">Where.</param>
/// <param name="Format">How.</param>
internal sealed record DatasetFile(string Path, ExportFormat Format)
{
    /// <summary>The words for formats.</summary>
    public static string[] Formats { get; } = [.. Enum.GetNames<ExportFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>The file of a format.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">Where; null for NAME.FORMAT here.</param>
    public static DatasetFile Of(DatasetEntry entry, string format, string? path) => new(path ?? $"{entry.Name}.{format}", Enum.Parse<ExportFormat>(format, ignoreCase: true));

    /// <summary>What was written, one line.</summary>
    public static string Line(ExportResult result)
    {
        var leftOut = result.LeftOut == 0 ? "" : $"; {result.LeftOut:N0} rows with shared sites or without atoms were left out, jsonl holds all";
        return $"written {result.Path}: {result.Rows:N0} rows, {DatasetFacts.Size(result.Bytes)}{leftOut}";
    }
}
