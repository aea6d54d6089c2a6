using System.Globalization;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>What differs between two notebooks: text and outputs of their cells. Execution counts and metadata are not compared.</summary>
internal static class NotebookComparison
{
    private const int TitleWidth = 50;

    /// <summary>The differences, each with the cell it is in, ready to print; empty when there are none.</summary>
    public static IReadOnlyList<string> Differences(Notebook left, Notebook right, Tolerance tolerance)
    {
        var pairs = CellPairing.Of(left, right);
        var moved = Moved(pairs);
        return [.. pairs.SelectMany(pair => OfPair(pair, moved, tolerance))];
    }

    private static IEnumerable<string> OfPair(CellPair pair, HashSet<CellPair> moved, Tolerance tolerance)
    {
        if (pair.Left is not { } left || pair.Right is not { } right)
        {
            yield return pair.Left is null ? $"{Name(pair)}: only in the second" : $"{Name(pair)}: only in the first";
            yield break;
        }
        if (moved.Contains(pair))
            yield return string.Create(CultureInfo.InvariantCulture, $"{Name(pair)}: was cell {pair.LeftAt + 1}");
        if (TextComparison.Difference(left.Source, right.Source, tolerance: null) is { } change)
            yield return $"{Name(pair)}: source, {change}";
        foreach (var difference in OutputComparison.Differences(left.Outputs, right.Outputs, tolerance))
            yield return $"{Name(pair)}: {difference}";
    }

    // All but the longest run of pairs that keep their order.
    private static HashSet<CellPair> Moved(IReadOnlyList<CellPair> pairs)
    {
        CellPair[] both = [.. pairs.Where(pair => pair.LeftAt is not null && pair.RightAt is not null)];
        var length = new int[both.Length];
        var before = new int[both.Length];
        for (var i = 0; i < both.Length; i++)
        {
            before[i] = Enumerable.Range(0, i).Where(j => both[j].LeftAt < both[i].LeftAt).OrderByDescending(j => length[j]).FirstOrDefault(-1);
            length[i] = before[i] < 0 ? 1 : length[before[i]] + 1;
        }
        var kept = new HashSet<CellPair>();
        for (var i = Array.IndexOf(length, length.DefaultIfEmpty().Max()); i >= 0; i = before[i])
            kept.Add(both[i]);
        return [.. both.Except(kept)];
    }

    private static string Name(CellPair pair)
    {
        var title = (pair.Right ?? pair.Left)!.Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "empty";
        title = title.Length > TitleWidth ? title[..TitleWidth] + "…" : title;
        return string.Create(CultureInfo.InvariantCulture, $"cell {(pair.RightAt ?? pair.LeftAt) + 1} ({title})");
    }
}
