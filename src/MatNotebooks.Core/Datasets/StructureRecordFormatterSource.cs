using MatNotebooks.Crystals;
using MatNotebooks.Formatting;

namespace MatNotebooks.Datasets;

/// <summary>A row of a data set: its crystal, and what else the row says in the source's own units.</summary>
internal sealed class StructureRecordFormatterSource : FormatterSource<StructureRecord>
{
    private const int MostValues = 30;
    private const int LongestValue = 80; // characters

    protected override string Html(StructureRecord record)
    {
        var facts = new FactTable(FactTable.Encode(record.Id)).Add("crystal", record.Crystal.ToString()).Add("from", record.Origin);
        foreach (var key in record.Values.Keys.Take(MostValues)) facts.Add(key, Short(record.Text(key)));
        if (record.Values.Count > MostValues) facts.Add("…", $"{record.Values.Count - MostValues} more");
        return $"<div style=\"display:flex;flex-wrap:wrap;gap:24px;align-items:center\">{CellPicture.Svg(record.Crystal)}<div>{facts}</div></div>";
    }

    private static string? Short(string? text) => text is { Length: > LongestValue } ? text[..LongestValue] + "…" : text;
}
