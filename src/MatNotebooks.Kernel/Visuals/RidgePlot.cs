using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Samples one above the other, each as the outline of how its values are spread (a Gaussian kernel of Silverman's width, 1986), with a
/// mark at its median. For many samples, whose boxes would be too narrow.
/// </summary>
public sealed record RidgePlot : Figure
{
    private const int Places = 160;
    private const double Overlap = 1.7; // how far the highest ridge reaches over the next

    /// <summary>Builds a ridge plot.</summary>
    /// <param name="samples">The samples, topmost first, at least one, each with at least one finite value.</param>
    /// <exception cref="ArgumentException">No sample, or one without a finite value.</exception>
    public RidgePlot(params IReadOnlyList<NamedValues> samples)
    {
        Summaries = new BoxPlot(samples).Summaries;
        Samples = samples;
        Height = Math.Clamp(110 + (samples.Count * 56), 260, 1200);
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<NamedValues> Samples { get; }

    /// <summary>Each sample's quartiles, in the same order.</summary>
    public IReadOnlyList<Quartiles> Summaries { get; }

    /// <summary>What is measured.</summary>
    public Axis Value { get; init; } = "value";

    internal override Chart Draw()
    {
        var all = Interval.Of(Samples.SelectMany(sample => sample.Values));
        var range = (all.Length > 0 ? all : all.Padded(0.05, false)).Padded(0.08, false);
        double[] x = [.. Enumerable.Range(0, Places).Select(i => range.Low + (range.Length * i / (Places - 1)))];
        double[][] densities = [.. Samples.Select((sample, i) => Density(sample, Summaries[i], x, range))];
        var highest = densities.Max(density => density.Max());
        var y = new PanelAxis
        {
            Range = new(-0.15, Samples.Count - 1 + Overlap + 0.1), ShowGrid = true,
            Ticks = [.. Samples.Select((sample, i) => new Tick(Base(i), $"{sample.Name} (n = {Summaries[i].Count:N0})"))],
        };
        var marks = Samples.SelectMany((sample, i) => Ridge(i, x, [.. densities[i].Select(value => value / highest * Overlap)]));
        return new([new Panel(PanelAxis.Of(Value) with { Range = range }, y, [.. marks])]);
    }

    internal override string Words() => string.Join('\n', Samples
        .Select((sample, i) => $"{sample.Name}: median {Quantity.Of(Summaries[i].Median, 3, Value.Unit)}, quartiles {Quantity.Of(Summaries[i].Lower, 3)} to {Quantity.Of(Summaries[i].Upper, 3, Value.Unit)}, n = {Summaries[i].Count:N0}")
        .Prepend(Title ?? $"Ridge plot of {Value.Label}"));

    private double Base(int index) => Samples.Count - 1 - index;

    private IEnumerable<Mark> Ridge(int index, double[] x, double[] heights)
    {
        var (color, floor, box) = (Palette.ColorOf(index), Base(index), Summaries[index]);
        double[] top = [.. heights.Select(height => floor + height)], bottom = [.. heights.Select(_ => floor)];
        yield return new BandMark(x, bottom, top) { Color = color, Opacity = 0.45 };
        yield return new LineMark(x, top) { Color = color, Width = 1.8, Silent = true };
        yield return new PointMark([box.Median], [floor])
        {
            Color = color, Size = 8, Opacity = 1, Symbol = Symbol.Diamond,
            Labels = [$"{Samples[index].Name}: median {Quantity.Of(box.Median, 3, Value.Unit)}, quartiles {Quantity.Of(box.Lower, 3)} to {Quantity.Of(box.Upper, 3, Value.Unit)}, n = {box.Count:N0}"],
        };
    }

    private static double[] Density(NamedValues sample, Quartiles box, double[] x, Interval range)
    {
        double[] values = [.. sample.Values.Where(double.IsFinite)];
        var mean = values.Average();
        var deviation = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        var spread = box.Spread > 0 ? Math.Min(deviation, box.Spread / 1.34) : deviation;
        var width = Math.Max(0.9 * spread * Math.Pow(values.Length, -0.2), range.Length / 200);
        return [.. x.Select(at => values.Sum(value => Math.Exp(-0.5 * Math.Pow((at - value) / width, 2))) / (values.Length * width * Math.Sqrt(2 * Math.PI)))];
    }
}
