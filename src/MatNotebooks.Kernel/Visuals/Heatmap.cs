using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A table as colours: rows downwards, columns to the right.</summary>
public sealed record Heatmap : Figure
{
    private const int MostNumbered = 140; // cells; beyond, numbers in them cannot be read

    /// <summary>Builds a heat map.</summary>
    /// <param name="values">Values, (rows, columns); one that is not finite leaves its cell empty.</param>
    /// <param name="rows">A name for each row.</param>
    /// <param name="columns">A name for each column.</param>
    /// <exception cref="ArgumentException">The names do not fit the table, or it is empty.</exception>
    public Heatmap(double[,] values, IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        Same.NotEmpty(values.Length, "values");
        Same.Count(values.GetLength(0), "values (rows)", rows.Count, "rows");
        Same.Count(values.GetLength(1), "values (columns)", columns.Count, "columns");
        (Values, Rows, Columns) = (values, rows, columns);
    }

    /// <summary>Values, (rows, columns).</summary>
    public double[,] Values { get; }

    /// <summary>A name for each row.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>A name for each column.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What the colours measure.</summary>
    public Axis Value { get; init; } = "value";

    /// <summary>What the columns are; empty, the default, for no label.</summary>
    public Axis X { get; init; } = "";

    /// <summary>What the rows are; empty, the default, for no label.</summary>
    public Axis Y { get; init; } = "";

    /// <summary>Whether colours spread from a centre at 0, blue below and vermilion above. The default is false: dark blue to yellow.</summary>
    public bool Diverging { get; init; }

    internal override Chart Draw()
    {
        var bar = new ColorValues(Value, [.. Values.Cast<double>()]) { Diverging = Diverging }.ToColorBar();
        var cells = new CellMark(Values, bar.Scale, bar.Range) { Labels = Labels(), Gap = Values.Length > 400 ? 0 : 1 };
        Mark[] marks = Values.Length <= MostNumbered ? [cells, Numbers(bar)] : [cells];
        return new([new Panel(Names(X, Columns), Names(Y, Rows) with { Reversed = true }, [.. marks]) { ColorBar = bar }]);
    }

    internal override string Words()
    {
        int[] finite = [.. Enumerable.Range(0, Values.Length).Where(i => double.IsFinite(At(i)))];
        var head = $"{Title ?? $"Heat map of {Value.Label}"}: {Rows.Count} rows, {Columns.Count} columns";
        if (finite.Length == 0) return head + ", no finite value";
        var (low, high) = (finite.MinBy(At), finite.MaxBy(At));
        string Cell(int i) => $"{Quantity.Short(At(i), 4, Value.Unit)} ({Rows[i / Columns.Count]}, {Columns[i % Columns.Count]})";
        return $"{head}, lowest {Cell(low)}, highest {Cell(high)}, mean {Quantity.Of(finite.Average(At), 4, Value.Unit)}";
    }

    private static PanelAxis Names(Axis axis, IReadOnlyList<string> names) => new()
    {
        Title = axis.Title, Ticks = [.. names.Select((name, i) => new Tick(i, name))], ShowGrid = false, Range = new(-0.5, names.Count - 0.5),
    };

    private double At(int index) => Values[index / Columns.Count, index % Columns.Count];

    private string[,] Labels()
    {
        var labels = new string[Rows.Count, Columns.Count];
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < Columns.Count; column++)
                labels[row, column] = $"{Rows[row]}, {Columns[column]}";
        return labels;
    }

    private Mark Numbers(ColorBar bar)
    {
        int[] finite = [.. Enumerable.Range(0, Values.Length).Where(i => double.IsFinite(At(i)))];
        return new TextMark(
            [.. finite.Select(i => (double)(i % Columns.Count))],
            [.. finite.Select(i => (double)(i / Columns.Count))],
            [.. finite.Select(i => Quantity.Short(At(i), 2))])
        {
            Colors = [.. finite.Select(i => ColorScale.InkOn(bar.Scale.Of(At(i), bar.Range)))],
        };
    }
}
