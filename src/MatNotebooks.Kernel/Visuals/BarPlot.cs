using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Bars from zero, one for each category and group.</summary>
public sealed record BarPlot : Figure
{
    private const int MostNumbered = 16; // beyond, numbers on bars run into each other

    /// <summary>Builds a bar plot of one or more groups.</summary>
    /// <exception cref="ArgumentException">No category, no group, or a group without a value for each category.</exception>
    public BarPlot(IReadOnlyList<string> categories, params IReadOnlyList<BarGroup> groups)
    {
        Same.NotEmpty(categories.Count, "categories");
        Same.NotEmpty(groups.Count, "groups");
        foreach (var group in groups)
        {
            Same.Count(categories.Count, "categories", group.Values.Count, $"group '{group.Name}'");
            if (group.Errors is { } errors) Same.Count(categories.Count, "categories", errors.Count, $"errors of group '{group.Name}'");
        }
        (Categories, Groups) = (categories, groups);
    }

    /// <summary>Builds a bar plot of one group without a name.</summary>
    /// <param name="categories">What each bar stands for.</param>
    /// <param name="values">One value per category.</param>
    /// <param name="errors">Half length of each error bar | 0 or more; null for none.</param>
    public BarPlot(IReadOnlyList<string> categories, IReadOnlyList<double> values, IReadOnlyList<double>? errors = null)
        : this(categories, new BarGroup("", values) { Errors = errors })
    {
    }

    /// <summary>What the bars stand for.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The groups, at least one.</summary>
    public IReadOnlyList<BarGroup> Groups { get; }

    /// <summary>What the bars measure.</summary>
    public Axis Value { get; init; } = "value";

    /// <summary>Whether bars lie, which leaves room for long categories. The default is false: they stand.</summary>
    public bool Lying { get; init; }

    /// <summary>A value to compare with, drawn as a dashed line under its name; null, the default, for none.</summary>
    public (string Name, double Value)? Reference { get; init; }

    internal override Chart Draw()
    {
        Tick[] ticks = [.. Categories.Select((category, i) => new Tick(i, category))];
        var names = new PanelAxis { Ticks = ticks, ShowGrid = false, Range = new(-0.6, Categories.Count - 0.4), Reversed = Lying };
        var values = PanelAxis.Of(Value) with { FromZero = true, Padding = Numbered ? 0.12 : 0.05 };
        IEnumerable<Mark> marks = [.. Groups.Select(Bars), .. Numbered ? Groups.SelectMany(Numbers) : [], .. Line()];
        return new([Lying ? new(values, names, [.. marks]) : new(names, values, [.. marks])]);
    }

    internal override string Words()
    {
        // A group may have no bar in some categories.
        string Amounts(BarGroup group) => string.Join(", ", Categories.Index().Where(place => !double.IsNaN(group.Values[place.Index])).Select(place => $"{place.Item} {Amount(group, place.Index)}"));
        var lines = Groups.Select(group => (group.Name.Length > 0 ? group.Name + ": " : "") + Amounts(group));
        var reference = Reference is { } line ? $"\n{line.Name}: {Quantity.Short(line.Value, 4, Value.Unit)}" : "";
        return $"{Title ?? $"Bars of {Value.Label}"}\n{string.Join('\n', lines)}{reference}";
    }

    private string Amount(BarGroup group, int i) =>
        Quantity.Short(group.Values[i], 4, Value.Unit) + (group.Errors is { } errors && errors[i] > 0 ? $" ± {Quantity.Of(errors[i], 2)}" : "");

    private bool Numbered => Categories.Count * Groups.Count <= MostNumbered && Groups.All(group => group.Errors is null);

    private double Thickness => 0.78 / Groups.Count;

    private double[] Places(int group) => [.. Categories.Select((_, i) => i + ((group - ((Groups.Count - 1) / 2.0)) * Thickness))];

    private Mark Bars(BarGroup group, int index) => new BarMark(Places(index), group.Values, Thickness)
    {
        Name = group.Name.Length > 0 ? group.Name : null,
        Color = Palette.ColorOf(index),
        Lying = Lying,
        Labels = Categories,
        Errors = group.Errors is { } errors ? new(errors, errors) : null,
    };

    // At the end of each bar: beyond it, on either side of zero.
    private IEnumerable<Mark> Numbers(BarGroup group, int index)
    {
        yield return Side(value => value >= 0, Lying ? TextSide.Right : TextSide.Above);
        if (group.Values.Any(value => value < 0)) yield return Side(value => value < 0, Lying ? TextSide.Left : TextSide.Below);

        TextMark Side(Func<double, bool> isThere, TextSide side)
        {
            string[] texts = [.. group.Values.Select(value => double.IsFinite(value) && isThere(value) ? Quantity.Short(value) : "")];
            return new(Lying ? group.Values : Places(index), Lying ? Places(index) : group.Values, texts) { Color = Theme.Muted, Side = side };
        }
    }

    private IEnumerable<Mark> Line()
    {
        if (Reference is not { } reference) yield break;
        double[] along = [-0.6, Categories.Count - 0.4], across = [reference.Value, reference.Value];
        yield return new LineMark(Lying ? across : along, Lying ? along : across)
        {
            Name = reference.Name, Color = Theme.Ink, Width = 1.6, Dash = Dash.Dashed,
        };
    }
}
