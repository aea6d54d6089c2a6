using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Features;

namespace MatNotebooks.Datasets.Splits;

/// <summary>Finds what stands on two sides of a split: the same crystal under another id, in another cell, or a little displaced.</summary>
public static class LeakCheck
{
    private const int MostPairs = 5_000_000; // 80 MB; a split that leaks more is no split

    /// <summary>Checks crystals by their <see cref="StructureFingerprint"/>s.</summary>
    /// <param name="split">The split.</param>
    /// <param name="crystals">The crystals that were split, (rows).</param>
    /// <param name="tolerance">
    /// How far apart fingerprints of one crystal may be | Å, at least 0. The default of 0.05 takes up rounded coordinates, a strain of
    /// 1 % and what relaxations of one method differ by.
    /// </param>
    /// <exception cref="ArgumentException">The split names a row that is not there, two atoms are on one spot, or more than 5 million pairs leak.</exception>
    public static LeakReport Of(DataSplit split, IReadOnlyList<Crystal> crystals, double tolerance = 0.05)
    {
        if (!(tolerance >= 0 && double.IsFinite(tolerance)))
            throw new ArgumentOutOfRangeException(nameof(tolerance), $"The tolerance is {tolerance} Å; it must be at least 0. 0.05 is usual.");
        var parts = Parts(split, crystals.Count);
        var prints = StructureFingerprint.OfMany(crystals);
        var groups = Enumerable.Range(0, prints.Length).Where(row => parts[row] >= 0).GroupBy(row => prints[row].Formula).Where(rows => IsTorn(rows, parts)).ToArray();
        var pairs = new List<LeakPair>();
        ParallelRows.For(groups.Length, group =>
        {
            var found = Twins([.. groups[group]], prints, parts, tolerance);
            lock (pairs)
            {
                pairs.AddRange(found);
                CheckCount(pairs.Count);
            }
        });
        return new(split, pairs, pairs.Select(pair => pair.Seen), [.. crystals.Select((crystal, row) => crystal.Id ?? $"row {row}")], $"same formula, mean distances within {tolerance} Å");
    }

    /// <summary>Checks compositions: rows of one reduced formula are twins. Each row that leaks stands in one pair, with the first seen row of its formula.</summary>
    /// <param name="split">The split.</param>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <exception cref="ArgumentException">The split names a row that is not there.</exception>
    public static LeakReport Of(DataSplit split, IReadOnlyList<Composition> compositions)
    {
        var parts = Parts(split, compositions.Count);
        string[] formulas = [.. compositions.Select(composition => composition.ReducedFormula)];
        var (pairs, seen) = (new List<LeakPair>(), new List<int>());
        foreach (var rows in Enumerable.Range(0, formulas.Length).Where(row => parts[row] >= 0).GroupBy(row => formulas[row]))
        {
            var inOrder = rows.OrderBy(row => parts[row]).ToArray(); // stable: the first row of the first part leads
            var last = parts[inOrder[^1]];
            pairs.AddRange(inOrder.Where(row => parts[row] > parts[inOrder[0]]).Select(row => new LeakPair(inOrder[0], row, 0)));
            seen.AddRange(inOrder.Where(row => parts[row] < last));
        }
        return new(split, pairs, seen, [.. formulas.Select((formula, row) => $"{formula} (row {row})")], "same reduced formula");
    }

    /// <summary>The part of each row: 0 trains, 1 decides when training stops, 2 judges; −1 stands in none.</summary>
    private static int[] Parts(DataSplit split, int rows)
    {
        var parts = new int[rows];
        Array.Fill(parts, -1);
        foreach (var (part, members) in new[] { split.Train, split.Validation, split.Test }.Index())
            foreach (var row in members)
                parts[row >= 0 && row < rows ? row : throw new ArgumentException($"The split names row {row} and there are {rows} rows, from 0; give the rows that were split.")] = part;
        return parts;
    }

    private static bool IsTorn(IEnumerable<int> rows, int[] parts) => rows.Select(row => parts[row]).Distinct().Skip(1).Any();

    /// <summary>Twins of one formula: fingerprints in the order of their means, each compared with those whose mean is near enough.</summary>
    private static List<LeakPair> Twins(int[] rows, StructureFingerprint[] prints, int[] parts, double tolerance)
    {
        var means = Array.ConvertAll(rows, row => prints[row].Mean);
        Array.Sort(means, rows);
        var pairs = new List<LeakPair>();
        for (var first = 0; first < rows.Length; first++)
            for (var second = first + 1; second < rows.Length && means[second] - means[first] <= tolerance + 1e-6; second++) // means are rounded
            {
                var (seen, judged) = parts[rows[first]] < parts[rows[second]] ? (rows[first], rows[second]) : (rows[second], rows[first]);
                if (parts[seen] == parts[judged] || prints[seen].Within(prints[judged], tolerance) is not { } distance) continue;
                pairs.Add(new(seen, judged, distance));
                CheckCount(pairs.Count);
            }
        return pairs;
    }

    private static void CheckCount(long pairs)
    {
        if (pairs > MostPairs)
            throw new ArgumentException($"More than {MostPairs:n0} pairs of twins stand on two sides; the rows hardly differ. Keep twins together, by {nameof(CompositionSplit)} say, or take a smaller tolerance.");
    }
}
