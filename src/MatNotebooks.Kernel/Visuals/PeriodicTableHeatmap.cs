using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>The periodic table, each element coloured by its value; elements without one stay grey.</summary>
public sealed record PeriodicTableHeatmap : Figure
{
    private const int TableRows = 10; // seven periods, a gap, lanthanoids and actinoids
    private const int TableColumns = 18;

    /// <summary>Builds a table from values by element.</summary>
    /// <exception cref="ArgumentException">No value.</exception>
    public PeriodicTableHeatmap(IReadOnlyDictionary<Element, double> values)
    {
        Same.NotEmpty(values.Count, "values");
        Values = values;
        (Width, Height) = (860, 480);
    }

    /// <summary>Builds a table from values by symbol, such as "Na".</summary>
    /// <exception cref="ArgumentException">No value, or a symbol that no element has.</exception>
    public PeriodicTableHeatmap(IReadOnlyDictionary<string, double> values)
        : this(values.ToDictionary(pair => PeriodicTable.Find(pair.Key), pair => pair.Value))
    {
    }

    /// <summary>Values by element; one that is not finite leaves its element grey.</summary>
    public IReadOnlyDictionary<Element, double> Values { get; }

    /// <summary>What the values measure.</summary>
    public Axis Value { get; init; } = "value";

    /// <summary>Whether colours spread from a centre at 0, blue below and vermilion above. The default is false: dark blue to yellow.</summary>
    public bool Diverging { get; init; }

    internal override Chart Draw()
    {
        var bar = new ColorValues(Value, [.. Values.Values]) { Diverging = Diverging }.ToColorBar();
        var (values, missing, labels) = (Empty(double.NaN), Empty(double.NaN), Empty(""));
        foreach (var element in PeriodicTable.Elements)
        {
            var (row, column) = Place(element);
            labels[row, column] = $"{element.Name} ({element.Symbol}, {element.Number})";
            (ValueOf(element) is { } value ? values : missing)[row, column] = ValueOf(element) ?? 1;
        }
        var grey = new CellMark(missing, new([Theme.Missing, Theme.Missing]), new(0, 1)) { Labels = labels, Gap = 2, OnColorBar = false };
        var colored = new CellMark(values, bar.Scale, bar.Range) { Labels = labels, Gap = 2 };
        var x = PanelAxis.Hidden with { Range = new(-0.5, TableColumns - 0.5) };
        var y = PanelAxis.Hidden with { Range = new(-0.5, TableRows - 0.5), Reversed = true };
        return new([new Panel(x, y, [grey, colored, Symbols(bar), Numbers(bar)]) { ColorBar = bar }]);
    }

    internal override string Words()
    {
        var finite = Values.Where(pair => double.IsFinite(pair.Value)).OrderBy(pair => pair.Value).ThenBy(pair => pair.Key.Number).ToArray();
        var head = $"{Title ?? $"{Value.Label} by element"}: {finite.Length} elements";
        string List(IEnumerable<KeyValuePair<Element, double>> pairs) =>
            string.Join(", ", pairs.Select(pair => $"{pair.Key.Symbol} {Quantity.Of(pair.Value, 3, Value.Unit)}"));
        return finite.Length == 0 ? head : $"{head}, lowest {List(finite.Take(3))}; highest {List(finite.Reverse().Take(3))}";
    }

    private double? ValueOf(Element element) => Values.TryGetValue(element, out var value) && double.IsFinite(value) ? value : null;

    private static (int Row, int Column) Place(Element element) => element.Group is { } group
        ? (element.Period - 1, group - 1)
        : (element.Period + 2, element.Number - (element.Period == 6 ? 57 : 89) + 2);

    private static T[,] Empty<T>(T value)
    {
        var table = new T[TableRows, TableColumns];
        for (var row = 0; row < TableRows; row++)
            for (var column = 0; column < TableColumns; column++)
                table[row, column] = value;
        return table;
    }

    private Mark Symbols(ColorBar bar) => Texts(PeriodicTable.Elements, -0.1, element => element.Symbol, bar) with { Size = 13, Bold = true };

    private Mark Numbers(ColorBar bar)
    {
        Element[] known = [.. PeriodicTable.Elements.Where(element => ValueOf(element) is not null)];
        return Texts(known, 0.27, element => Quantity.Of(Values[element], 3), bar) with { Size = 9 };
    }

    private TextMark Texts(IReadOnlyList<Element> elements, double below, Func<Element, string> text, ColorBar bar) => new(
        [.. elements.Select(element => (double)Place(element).Column)],
        [.. elements.Select(element => Place(element).Row + below)],
        [.. elements.Select(text)])
    {
        Colors = [.. elements.Select(element => ValueOf(element) is { } value ? ColorScale.InkOn(bar.Scale.Of(value, bar.Range)) : Theme.Line)],
    };
}
