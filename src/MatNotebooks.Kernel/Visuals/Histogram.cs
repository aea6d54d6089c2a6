using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How values are spread: how many fall in each of equal bins, several samples in the same bins.</summary>
public sealed record Histogram : Figure
{
    /// <summary>Builds a histogram of one or more samples.</summary>
    /// <exception cref="ArgumentException">No sample.</exception>
    public Histogram(params IReadOnlyList<NamedValues> samples)
    {
        Same.NotEmpty(samples.Count, "samples");
        Samples = samples;
    }

    /// <summary>Builds a histogram of one sample.</summary>
    public Histogram(IReadOnlyList<double> values)
        : this(new NamedValues("", values))
    {
    }

    /// <summary>The samples, at least one.</summary>
    public IReadOnlyList<NamedValues> Samples { get; }

    /// <summary>What is counted.</summary>
    public Axis X { get; init; } = "value";

    /// <summary>Number of bins, 1 to 1000; null, the default, for as many as the values ask for (Freedman and Diaconis).</summary>
    public int? BinCount { get; init; }

    /// <summary>Whether bars show shares in percent rather than counts, to compare samples of different size. The default is false.</summary>
    public bool AsShare { get; init; }

    internal override Chart Draw()
    {
        var bins = AllBins();
        var x = PanelAxis.Of(X) with { ShowGrid = false, Padding = 0.02 };
        var y = new PanelAxis { Title = AsShare ? "share (%)" : "count", FromZero = true, Padding = 0.06 };
        var note = Samples.Count == 1 ? new Note(Corner.TopRight, Facts(Samples[0])) : null;
        return new([new Panel(x, y, [.. Samples.Select((sample, index) => Bars(sample, index, bins))]) { Note = note }]);
    }

    internal override string Words() => string.Join('\n', Samples.Select(Words).Prepend(Title ?? $"Histogram of {X.Label}"));

    private string Words(NamedValues sample) =>
        $"{(sample.Name.Length > 0 ? sample.Name + ": " : "")}{string.Join(", ", Facts(sample))}, from {Range(sample)}";

    private Mark Bars(NamedValues sample, int index, Bins bins)
    {
        var counts = bins.CountsOf(sample.Values);
        var total = Math.Max(1, sample.Values.Count(double.IsFinite));
        return new BarMark(bins.Centers, AsShare ? [.. counts.Select(count => 100 * count / total)] : counts, bins.Width)
        {
            Name = sample.Name.Length > 0 ? sample.Name : null,
            Color = Palette.ColorOf(index),
            Opacity = Samples.Count > 1 ? 0.6 : 0.9,
            Labels = bins.Labels(X.Unit),
        };
    }

    private Bins AllBins()
    {
        double[] all = [.. Samples.SelectMany(sample => sample.Values)];
        if (BinCount is not { } count) return Bins.For(all);
        if (count is < 1 or > 1000) throw new ArgumentException($"BinCount is {count}; it must be 1 to 1000.");
        var range = Interval.Of(all);
        return new(range.Length > 0 ? range : range.Padded(0.05, false), count);
    }

    private string[] Facts(NamedValues sample)
    {
        double[] finite = [.. sample.Values.Where(double.IsFinite)];
        if (finite.Length == 0) return ["no finite value"];
        var mean = finite.Average();
        var deviation = finite.Length < 2 ? double.NaN : Math.Sqrt(finite.Sum(value => (value - mean) * (value - mean)) / (finite.Length - 1));
        return [$"{finite.Length:N0} values", $"mean {Quantity.Of(mean, 4, X.Unit)}", $"deviation {Quantity.Of(deviation, 3, X.Unit)}"];
    }

    private string Range(NamedValues sample)
    {
        var range = Interval.Of(sample.Values);
        return range.IsEmpty ? "nothing" : $"{Quantity.Short(range.Low, 4)} to {Quantity.Short(range.High, 4, X.Unit)}";
    }
}
