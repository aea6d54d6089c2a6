using MatNotebooks.Crystals;
using MatNotebooks.Formatting;

namespace MatNotebooks.Features;

/// <summary>Features of many rows, one row per composition or crystal. What nobody knows is NaN, never 0; see <see cref="Incomplete"/>.</summary>
[TypeFormatterSource(typeof(FeatureTableFormatterSource))]
public sealed class FeatureTable
{
    private readonly double[] values; // row by row
    private readonly Dictionary<string, int> places;

    private FeatureTable(IReadOnlyList<Feature> columns, int rows, double[] values)
    {
        (Columns, Rows, this.values) = (columns, rows, values);
        places = new(columns.Count, StringComparer.Ordinal);
        foreach (var (place, column) in columns.Index())
            if (!places.TryAdd(column.Name, place))
                throw new ArgumentException($"Two columns are called \"{column.Name}\"; names must differ.");
    }

    /// <summary>Writes the features of one row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="values">Where they go, (columns).</param>
    internal delegate void RowWriter(int row, Span<double> values);

    /// <summary>What each column says, (columns).</summary>
    public IReadOnlyList<Feature> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>One value; NaN where it is not known.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="name">Name of the column.</param>
    /// <exception cref="ArgumentException">No such row or column; the message names the columns.</exception>
    public double this[int row, string name] => Row(row)[PlaceOf(name)];

    /// <summary>Columns that have NaN in some row, and in how many.</summary>
    public IReadOnlyDictionary<string, int> Incomplete => Columns
        .Select((column, place) => (column.Name, Missing: Enumerable.Range(0, Rows).Count(row => double.IsNaN(values[(row * Columns.Count) + place]))))
        .Where(column => column.Missing > 0).ToDictionary(column => column.Name, column => column.Missing);

    /// <summary>Rows without any NaN, ascending.</summary>
    public IReadOnlyList<int> CompleteRows => [.. Enumerable.Range(0, Rows).Where(row => !Row(row).ContainsAnyExceptInRange(double.MinValue, double.MaxValue))];

    /// <summary>The features of one row, (columns).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public ReadOnlySpan<double> Row(int row) => row >= 0 && row < Rows
        ? values.AsSpan(row * Columns.Count, Columns.Count)
        : throw new ArgumentOutOfRangeException(nameof(row), $"There is no row {row}; the table has {Rows}, from 0.");

    /// <summary>One feature of every row, (rows).</summary>
    /// <exception cref="ArgumentException">No such column; the message names those there are.</exception>
    public double[] Column(string name)
    {
        var place = PlaceOf(name);
        return [.. Enumerable.Range(0, Rows).Select(row => values[(row * Columns.Count) + place])];
    }

    /// <summary>All values, row by row, as models and <c>LeaveClusterOut</c> take them, (rows)(columns).</summary>
    public double[][] ToArrays() => [.. Enumerable.Range(0, Rows).Select(row => Row(row).ToArray())];

    /// <summary>This table with the columns of another beside it.</summary>
    /// <exception cref="ArgumentException">The tables differ in rows, or share a column's name.</exception>
    public FeatureTable Beside(FeatureTable other)
    {
        if (other.Rows != Rows) throw new ArgumentException($"The tables have {Rows} and {other.Rows} rows; side by side they need the same.");
        return Fill([.. Columns, .. other.Columns], Rows, (row, joined) =>
        {
            Row(row).CopyTo(joined);
            other.Row(row).CopyTo(joined[Columns.Count..]);
        });
    }

    /// <summary>This table without the columns that have NaN in any row.</summary>
    public FeatureTable WithoutIncompleteColumns()
    {
        var incomplete = Incomplete;
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(place => !incomplete.ContainsKey(Columns[place].Name))];
        return Fill([.. kept.Select(place => Columns[place])], Rows, (row, left) =>
        {
            for (var at = 0; at < kept.Length; at++) left[at] = values[(row * Columns.Count) + kept[at]];
        });
    }

    /// <summary>The table of some rows, in the order given, such as those of one part of a split.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public FeatureTable OfRows(IReadOnlyList<int> rows) => Fill(Columns, rows.Count, (at, copy) => Row(rows[at]).CopyTo(copy));

    /// <summary>One line: how many rows and columns there are, and how much is not known.</summary>
    public override string ToString()
    {
        var missing = Incomplete;
        return $"{Rows:n0} rows × {Columns.Count} features" + (missing.Count == 0 ? "" : $"; {missing.Values.Sum():n0} values in {missing.Count} columns are not known (NaN)");
    }

    /// <summary>Makes a table, its rows in parallel.</summary>
    /// <exception cref="ArgumentException">What the writer throws for the first row that it refuses.</exception>
    internal static FeatureTable Fill(IReadOnlyList<Feature> columns, int rows, RowWriter write)
    {
        if ((long)rows * columns.Count > Array.MaxLength)
            throw new ArgumentException($"{rows:n0} rows of {columns.Count} features are more than the {Array.MaxLength:n0} values that one table holds; describe them in parts.");
        var values = new double[rows * columns.Count];
        ParallelRows.For(rows, row => write(row, values.AsSpan(row * columns.Count, columns.Count)));
        return new(columns, rows, values);
    }

    private int PlaceOf(string name) => places.TryGetValue(name, out var place)
        ? place
        : throw new ArgumentException($"There is no feature \"{name}\"; there are {string.Join(", ", Columns.Take(40).Select(column => column.Name))}{(Columns.Count > 40 ? ", ..." : "")}.");
}
