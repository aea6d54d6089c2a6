using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A quantity shown by colour.</summary>
/// <param name="Axis">What it measures.</param>
/// <param name="Values">Its values, one per point, in the axis' unit.</param>
public sealed record ColorValues(Axis Axis, IReadOnlyList<double> Values)
{
    /// <summary>Whether colours spread from a centre at 0, blue below and vermilion above. The default is false: dark blue to yellow.</summary>
    public bool Diverging { get; init; }

    internal ColorBar ToColorBar() => new(Axis.Title, Diverging ? ColorScale.Diverging : ColorScale.Viridis, Span());

    internal string Words()
    {
        var range = Interval.Of(Values);
        return range.IsEmpty ? "" : $"\nColour: {Axis.Label} from {Quantity.Short(range.Low, 4)} to {Quantity.Short(range.High, 4, Axis.Unit)}";
    }

    private Interval Span()
    {
        if (Axis.Range is { } wanted) return new(wanted.Low, wanted.High);
        var range = Interval.Of(Values);
        if (range.Length is not > 0) return range.Padded(0.05, false); // one value alone, or none
        if (!Diverging) return range;
        var reach = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
        return new(-reach, reach);
    }
}
