using MatNotebooks.Formatting;

namespace MatNotebooks.Features;

/// <summary>A table of features as a list of its columns: unit, least, mean, greatest, what is missing, and the source.</summary>
internal sealed class FeatureTableFormatterSource : FormatterSource<FeatureTable>
{
    private const int MostColumns = 200;

    protected override string Html(FeatureTable table)
    {
        var facts = new FactTable(FactTable.Encode(table.ToString())).Heads("feature", "unit", "least", "mean", "greatest", "missing", "source");
        foreach (var column in table.Columns.Take(MostColumns))
        {
            double[] known = [.. table.Column(column.Name).Where(value => !double.IsNaN(value))];
            string Of(Func<double[], double> measure) => known.Length == 0 ? "–" : $"{measure(known):G5}";
            facts.Row(column.Name, column.Unit, Of(Enumerable.Min), Of(Enumerable.Average), Of(Enumerable.Max), $"{table.Rows - known.Length}", column.Source);
        }
        if (table.Columns.Count > MostColumns) facts.Row("…", $"{table.Columns.Count - MostColumns} more");
        return facts.ToString();
    }
}
