using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Weights of bonds and what they measure.</summary>
/// <param name="Axis">What they measure.</param>
/// <param name="Weights">The weights, one per edge.</param>
public sealed record BondWeights(Axis Axis, IReadOnlyList<BondWeight> Weights)
{
    /// <summary>Whether weights have a sign: colours then spread from 0, blue below and vermilion above, and thickness is the weight without its sign. The default is false.</summary>
    public bool Diverging { get; init; }

    internal ColorBar ToColorBar() => new(Axis.Title, Diverging ? ColorScale.Diverging : ColorScale.Embers, Span());

    /// <summary>How thick a weight is drawn, 0 to 1.</summary>
    internal double Thickness(double weight)
    {
        var span = Span();
        return span.Length > 0 ? Math.Clamp(Diverging ? Math.Abs(weight) / span.High : (weight - span.Low) / span.Length, 0, 1) : 0;
    }

    private Interval Span()
    {
        if (Axis.Range is { } wanted) return new(wanted.Low, wanted.High);
        var range = Interval.Of(Weights.Select(bond => bond.Weight));
        if (Diverging && !range.IsEmpty)
        {
            var reach = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
            return reach > 0 ? new(-reach, reach) : new(-1, 1);
        }

        return range.IsEmpty ? new(0, 1) : new(Math.Min(0, range.Low), range.High > 0 ? range.High : 1);
    }
}
