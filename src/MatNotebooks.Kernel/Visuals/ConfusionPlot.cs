using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Which class was taken for which: rows are actual, columns predicted, colours each row's shares.</summary>
public sealed record ConfusionPlot : Figure
{
    /// <summary>Counts how often each class was taken for each.</summary>
    /// <param name="predicted">Predicted classes.</param>
    /// <param name="actual">Actual classes, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public ConfusionPlot(IReadOnlyList<string> predicted, IReadOnlyList<string> actual)
    {
        Same.Count(predicted.Count, "predicted", actual.Count, "actual");
        Same.NotEmpty(actual.Count, "actual");
        Classes = [.. actual.Concat(predicted).Distinct().Order(StringComparer.Ordinal)];
        var index = Classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Counts = new int[Classes.Count, Classes.Count];
        for (var i = 0; i < actual.Count; i++) Counts[index[actual[i]], index[predicted[i]]]++;
        (Width, Height) = (520, 460);
    }

    /// <summary>The classes in alphabetical order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How often each actual class (row) was predicted as each class (column).</summary>
    public int[,] Counts { get; }

    /// <summary>What is classified. The default is "class".</summary>
    public string Quantity { get; init; } = "class";

    /// <summary>Share of all that were predicted right | 0 to 1.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Classes.Count).Sum(i => Counts[i, i]) / Counts.Cast<int>().Sum();

    internal override Chart Draw()
    {
        var bar = new ColorBar("share of actual (%)", ColorScale.Blues, new(0, 100));
        var n = Classes.Count;
        var (shares, labels) = (new double[n, n], new string[n, n]);
        var cells = Enumerable.Range(0, n * n).Select(i => (Row: i / n, Column: i % n)).ToArray();
        foreach (var (row, column) in cells)
        {
            shares[row, column] = 100 * Share(row, column);
            labels[row, column] = $"{Classes[row]} taken for {Classes[column]}: {Counts[row, column]}";
        }
        TextMark Texts(double below, double size, Func<int, int, string> text) => new(
            [.. cells.Select(cell => (double)cell.Column)],
            [.. cells.Select(cell => cell.Row + below)],
            [.. cells.Select(cell => text(cell.Row, cell.Column))])
        {
            Size = size, Colors = [.. cells.Select(cell => ColorScale.InkOn(bar.Scale.At(Share(cell.Row, cell.Column))))],
        };
        var counts = Texts(n > 6 ? 0 : -0.08, n > 6 ? 11 : 15, (row, column) => Counts[row, column].ToString("N0")) with { Bold = true };
        Mark[] marks = [new CellMark(shares, bar.Scale, bar.Range) { Labels = labels, Gap = 2 }, counts];
        if (n <= 6) marks = [.. marks, Texts(0.16, 11, (row, column) => $"{shares[row, column]:0.#} %")];
        return new([new Panel(Names("predicted"), Names("actual") with { Reversed = true }, [.. marks]) { ColorBar = bar }])
        {
            Title = $"{Quantity}: {100 * Accuracy:0.#} % right",
        };
    }

    internal override string Words()
    {
        string Row(int row) => string.Join(", ", Classes.Select((other, column) => $"{Counts[row, column]} taken for {other}"));
        var rows = Classes.Select((name, row) => $"{name}: {Row(row)}");
        return $"{Title ?? Quantity}: {100 * Accuracy:0.#} % of {Counts.Cast<int>().Sum():N0} right\n{string.Join('\n', rows)}";
    }

    private double Share(int row, int column)
    {
        var total = Enumerable.Range(0, Classes.Count).Sum(other => Counts[row, other]);
        return total == 0 ? 0 : (double)Counts[row, column] / total;
    }

    private PanelAxis Names(string title) => new()
    {
        Title = $"{title} {Quantity}",
        Ticks = [.. Classes.Select((name, i) => new Tick(i, name))],
        ShowGrid = false,
        Range = new(-0.5, Classes.Count - 0.5),
    };
}
