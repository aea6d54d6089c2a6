using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>One page of a web service.</summary>
/// <param name="Rows">Its rows as the service writes them.</param>
/// <param name="Total">How many rows there are on all pages; null where the service does not say.</param>
/// <param name="ToRecord">Makes a record of a row.</param>
internal sealed record WebPage(IReadOnlyList<JsonElement> Rows, long? Total, Func<JsonElement, StructureRecord> ToRecord);
