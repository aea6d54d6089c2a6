using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Mean absolute error of each group with its 95 % interval, the greatest on top: where a model is weak.</summary>
public sealed record GroupErrorPlot : Figure
{
    private readonly GroupError[] groups;

    /// <summary>Builds a plot of errors by group, such as a space group, a chemical family or a split.</summary>
    /// <param name="predicted">Predicted values | unit as <paramref name="unit"/>.</param>
    /// <param name="actual">Actual values, as many. A pair with a value that is not finite is left out.</param>
    /// <param name="memberships">Group of each pair, as many.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or hold no pair of finite values.</exception>
    public GroupErrorPlot(IReadOnlyList<double> predicted, IReadOnlyList<double> actual, IReadOnlyList<string> memberships, string unit)
    {
        Same.Count(predicted.Count, "predicted", actual.Count, "actual");
        Same.Count(memberships.Count, "memberships", actual.Count, "actual");
        groups = [.. Enumerable.Range(0, actual.Count).Where(i => double.IsFinite(predicted[i] - actual[i]))
            .GroupBy(i => memberships[i], i => Math.Abs(predicted[i] - actual[i])).Select(group => Measured(group.Key, [.. group])).OrderByDescending(group => group.Mean)];
        Same.NotEmpty(groups.Length, "pairs of finite values");
        Unit = unit;
        Height = Math.Clamp(120 + (30 * groups.Length), 220, 900);
    }

    /// <summary>Unit of the errors.</summary>
    public string Unit { get; }

    internal override Chart Draw()
    {
        double[] places = [.. groups.Select((_, i) => (double)i)];
        string[] names = [.. groups.Select(group => $"{group.Name} ({group.Count:N0})")];
        double[] halves = [.. groups.Select(group => double.IsFinite(group.Half) ? group.Half : 0)];
        double[] below = [.. halves.Select((half, i) => Math.Min(half, groups[i].Mean))];
        var bars = new BarMark(places, [.. groups.Select(group => group.Mean)], 0.72) { Lying = true, Labels = names, Errors = new(below, halves), Color = Palette.ColorOf(0), Opacity = 0.85 };
        var ticks = names.Select((name, i) => new Tick(i, name)).ToArray();
        return new([new Panel(
            new() { Title = $"mean absolute error ({Unit})", FromZero = true },
            new() { Ticks = ticks, Reversed = true, ShowGrid = false, Range = new(-0.6, groups.Length - 0.4) }, [bars])]);
    }

    internal override string Words() => $"{Title ?? "Mean absolute error by group"}: " + string.Join(", ", groups.Select(group =>
        $"{group.Name} {Quantity.Of(group.Mean, 3, Unit)}{(double.IsFinite(group.Half) ? $" ± {Quantity.Of(group.Half, 2)}" : "")} ({group.Count:N0})"));

    private static GroupError Measured(string name, double[] errors) =>
        new(name, errors.Length, errors.Average(), errors.Length > 1 ? Confidence.OfMean(errors).HalfWidth : double.NaN);

    private readonly record struct GroupError(string Name, int Count, double Mean, double Half);
}
