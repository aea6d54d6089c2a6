namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A stretch of an axis, low end first; empty when <paramref name="Low"/> is above <paramref name="High"/>.</summary>
internal readonly record struct Interval(double Low, double High)
{
    internal static readonly Interval Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    // Beyond these, sums and ratios of two values overflow; nothing in nature is.
    private const double Largest = 1e150;
    private const double Smallest = 1e-150;

    internal double Length => High - Low;

    internal bool IsEmpty => !(Low <= High);

    /// <summary>The stretch that finite values cover; on a logarithmic axis, those above zero.</summary>
    internal static Interval Of(IEnumerable<double> values, bool logarithmic = false)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (IsDrawable(value, logarithmic))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return new(low, high);
    }

    /// <summary>Whether an axis has a place for a value.</summary>
    internal static bool IsDrawable(double value, bool logarithmic) => Math.Abs(value) < Largest && (value > Smallest || !logarithmic);

    internal Interval Union(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>The stretch with a margin at both ends, so that no mark sits on the frame; at least as wide as can be drawn.</summary>
    internal Interval Padded(double share, bool logarithmic)
    {
        if (IsEmpty) return logarithmic ? new(1, 10) : new(0, 1);
        if (logarithmic)
        {
            var factor = Math.Max(Math.Pow(High / Low, share), Low == High ? 1.5 : 1.01);
            return new(Low / factor, High * factor);
        }
        var margin = Length > 0 ? Length * share : Math.Max(Math.Abs(Low) * 0.1, 0.5);
        return new(Low - margin, High + margin);
    }
}
