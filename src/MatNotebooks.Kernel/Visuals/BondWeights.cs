using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Weights of bonds and what they measure.</summary>
/// <param name="Axis">What they measure.</param>
/// <param name="Weights">The weights, one per edge.</param>
public sealed record BondWeights(Axis Axis, IReadOnlyList<BondWeight> Weights)
{
    internal ColorBar ToColorBar() => new(Axis.Title, ColorScale.Embers, Span());

    private Interval Span()
    {
        if (Axis.Range is { } wanted) return new(wanted.Low, wanted.High);
        var range = Interval.Of(Weights.Select(bond => bond.Weight));
        return range.IsEmpty ? new(0, 1) : new(Math.Min(0, range.Low), range.High > 0 ? range.High : 1);
    }
}
