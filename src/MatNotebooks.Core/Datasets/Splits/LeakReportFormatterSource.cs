using MatNotebooks.Formatting;

namespace MatNotebooks.Datasets.Splits;

/// <summary>A leak check as its counts and its nearest twins.</summary>
internal sealed class LeakReportFormatterSource : FormatterSource<LeakReport>
{
    private const int MostPairs = 25;

    protected override string Html(LeakReport report)
    {
        var (split, test) = (report.Split, report.Split.Test.ToHashSet());
        var validation = split.Validation.ToHashSet();
        var counts = new FactTable($"Leak check · {FactTable.Encode(report.What)}")
            .Heads("part", "rows", "with a twin seen before", "share")
            .Row("test", $"{split.Test.Length:n0}", $"{report.TestLeaks:n0}", $"{(double)report.TestLeaks / split.Test.Length:0.##%}");
        if (validation.Count > 0)
            counts.Row("validation", $"{validation.Count:n0}", $"{report.ValidationLeaks:n0}", $"{(double)report.ValidationLeaks / validation.Count:0.##%}");
        counts.Row("train", $"{split.Train.Length:n0}", "–", "–");
        if (report.Pairs.Count == 0) return counts.ToString();
        var pairs = new FactTable($"{report.Pairs.Count:n0} pairs of twins{(report.Pairs.Count > MostPairs ? $", the nearest {MostPairs}" : "")}")
            .Heads("judges", "part", "seen as", "part", "apart / Å");
        foreach (var (seen, judged, distance) in report.Pairs.Take(MostPairs))
            pairs.Row(report.Names[judged], test.Contains(judged) ? "test" : "validation", report.Names[seen], validation.Contains(seen) ? "validation" : "train", $"{distance:0.####}");
        return $"<div style=\"display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start\">{counts}{pairs}</div>";
    }
}
