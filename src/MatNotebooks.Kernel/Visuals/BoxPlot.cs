using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Samples side by side: a box from quartile to quartile with the median in it, whiskers to the last values within 1.5 times its height
/// (Tukey), and the values beyond as points.
/// </summary>
public sealed record BoxPlot : Figure
{
    private const double Reach = 1.5;
    private const double HalfBox = 0.3;
    private const int EachShownUpTo = 60;

    /// <summary>Builds a box plot.</summary>
    /// <param name="samples">The samples, at least one, each with at least one finite value.</param>
    /// <exception cref="ArgumentException">No sample, or one without a finite value.</exception>
    public BoxPlot(params IReadOnlyList<NamedValues> samples)
    {
        Same.NotEmpty(samples.Count, "samples");
        Samples = samples;
        Summaries = [.. samples.Select(Summarized)];
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<NamedValues> Samples { get; }

    /// <summary>Each sample's quartiles, in the same order.</summary>
    public IReadOnlyList<Quartiles> Summaries { get; }

    /// <summary>What is measured.</summary>
    public Axis Value { get; init; } = "value";

    internal override Chart Draw()
    {
        var x = new PanelAxis
        {
            Range = new(-0.6, Samples.Count - 0.4), ShowGrid = false,
            Ticks = [.. Samples.Select((sample, i) => new Tick(i, $"{sample.Name} (n = {Summaries[i].Count:N0})"))],
        };
        return new([new Panel(x, PanelAxis.Of(Value), [.. Samples.SelectMany((sample, i) => Marks(i, sample, Summaries[i]))])]);
    }

    internal override string Words() => string.Join('\n', Samples.Select((sample, i) => $"{sample.Name}: {Words(Summaries[i], Outside(sample, Summaries[i]).Length)}").Prepend(Title ?? $"Box plot of {Value.Label}"));

    private IEnumerable<Mark> Marks(int at, NamedValues sample, Quartiles box)
    {
        var color = Palette.ColorOf(at);
        double[] inside = [.. sample.Values.Where(value => double.IsFinite(value) && !IsOutside(value, box))];
        double[] left = [at - HalfBox, at + HalfBox];
        yield return new BandMark(left, [box.Lower, box.Lower], [box.Upper, box.Upper]) { Color = color, Opacity = 0.28 };
        yield return Line([at - HalfBox, at + HalfBox, at + HalfBox, at - HalfBox, at - HalfBox], [box.Lower, box.Lower, box.Upper, box.Upper, box.Lower], color, 1.6);
        yield return Line(left, [box.Median, box.Median], color, 3);
        foreach (var (from, to) in new[] { (box.Lower, inside.Min()), (box.Upper, inside.Max()) })
        {
            yield return Line([at, at], [from, to], color, 1.4);
            yield return Line([at - 0.1, at + 0.1], [to, to], color, 1.4);
        }
        if (Points(at, sample, box, color) is { } points) yield return points;
        yield return new PointMark([at], [box.Median])
        {
            Color = color, Size = 6, Opacity = 1, Labels = [$"{sample.Name}: {Words(box, Outside(sample, box).Length)}"],
        };
    }

    private static LineMark Line(double[] x, double[] y, string color, double width) => new(x, y) { Color = color, Width = width, Silent = true };

    // Every value of a small sample, else those beyond the whiskers; spread sideways so that equals do not hide each other.
    private PointMark? Points(int at, NamedValues sample, Quartiles box, string color)
    {
        var all = box.Count <= EachShownUpTo;
        double[] values = all ? [.. sample.Values.Where(double.IsFinite)] : [.. Outside(sample, box)];
        if (values.Length == 0) return null;
        double[] x = [.. values.Select((_, i) => at + (all ? 0.36 * ((i * 0.6180339887498949 % 1) - 0.5) : 0))];
        return new PointMark(x, values)
        {
            Color = color, Size = 4.5, Opacity = 0.5, Labels = [.. values.Select(value => $"{sample.Name}: {Quantity.Of(value, 4, Value.Unit)}")],
        };
    }

    private static bool IsOutside(double value, Quartiles box) => value < box.Lower - (Reach * box.Spread) || value > box.Upper + (Reach * box.Spread);

    private static ImmutableArray<double> Outside(NamedValues sample, Quartiles box) => [.. sample.Values.Where(value => double.IsFinite(value) && IsOutside(value, box))];

    private string Words(Quartiles box, int outside) =>
        $"median {Quantity.Of(box.Median, 3, Value.Unit)}, quartiles {Quantity.Of(box.Lower, 3)} to {Quantity.Of(box.Upper, 3, Value.Unit)}, "
        + $"range {Quantity.Of(box.Minimum, 3)} to {Quantity.Of(box.Maximum, 3, Value.Unit)}, n = {box.Count:N0}{(outside == 0 ? "" : $", {outside} beyond the whiskers")}";

    private static Quartiles Summarized(NamedValues sample) => sample.Values.Any(double.IsFinite)
        ? Quartiles.Of(sample.Values)
        : throw new ArgumentException($"Sample '{sample.Name}' has no finite value among {sample.Values.Count}; leave it out.");
}
