using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>What the candidates of a pool are like, in groups of numbers that belong together, such as those of one site.</summary>
/// <remarks>Each column is brought to mean 0 and standard deviation 1 over the pool; what is computed of the candidates plays no part.</remarks>
public sealed class PoolFeatures
{
    private PoolFeatures(ImmutableArray<string> names, double[][][] groups) => (Names, Groups) = (names, groups);

    /// <summary>Name of each group.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many candidates.</summary>
    public int Count => Groups[0].Length;

    /// <summary>Standardised numbers, (groups)(candidates)(columns of the group).</summary>
    internal double[][][] Groups { get; }

    /// <summary>All numbers of a candidate in one row, (columns of all groups).</summary>
    internal double[] Row(int place) => [.. Groups.SelectMany(group => group[place])];

    /// <summary>Takes groups of features.</summary>
    /// <param name="groups">Name and rows of each group, one row for each candidate, all of a group of one length and finite.</param>
    /// <exception cref="ArgumentException">No group, groups of different length, rows of different length, or a number that is not finite.</exception>
    public static PoolFeatures Of(params IReadOnlyList<(string Name, double[][] Rows)> groups)
    {
        if (groups.Count == 0 || groups[0].Rows.Length == 0) throw new ArgumentException("There are no features; give at least one group with one row for each candidate.");
        foreach (var (name, rows) in groups)
        {
            if (rows.Length != groups[0].Rows.Length)
                throw new ArgumentException($"The group {name} has {rows.Length} rows and {groups[0].Name} has {groups[0].Rows.Length}; each needs one for each candidate.");
            var wrong = Array.FindIndex(rows, row => row.Length != rows[0].Length || row.Length == 0 || !row.All(double.IsFinite));
            if (wrong >= 0) throw new ArgumentException($"Row {wrong} of the group {name} is ({string.Join(", ", rows[wrong])}); it needs {rows[0].Length} finite numbers.");
        }
        return new([.. groups.Select(group => group.Name)], [.. groups.Select(group => Standardized(group.Rows))]);
    }

    private static double[][] Standardized(double[][] rows)
    {
        var columns = Enumerable.Range(0, rows[0].Length).Select(column =>
        {
            var mean = rows.Average(row => row[column]);
            var spread = Math.Sqrt(rows.Average(row => (row[column] - mean) * (row[column] - mean)));
            return (Mean: mean, Spread: spread > 1e-12 ? spread : 1);
        }).ToArray();
        return [.. rows.Select(row => row.Select((value, column) => (value - columns[column].Mean) / columns[column].Spread).ToArray())];
    }
}
