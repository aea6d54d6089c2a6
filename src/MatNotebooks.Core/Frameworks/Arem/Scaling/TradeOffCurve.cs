using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>Accuracy of a representation against the speed it leaves (A3): the points no other beats in both, and the knee between them.</summary>
/// <param name="Front">The points no other beats in both, by rising speed.</param>
/// <param name="Knee">The point of the front farthest above the straight line between its ends, both axes scaled to 1; the most accurate where there are fewer than three.</param>
/// <remarks>Eq. A3, a reconstruction. Knee: Satopää et al., ICDCS Workshops 2011.</remarks>
public sealed record TradeOffCurve(ImmutableArray<TradeOffPoint> Front, TradeOffPoint Knee)
{
    /// <summary>Finds front and knee.</summary>
    /// <param name="points">At least one, finite.</param>
    /// <exception cref="ArgumentException">No point, or one that is not finite.</exception>
    public static TradeOffCurve Of(IEnumerable<TradeOffPoint> points)
    {
        TradeOffPoint[] all = [.. points];
        if (all.Length == 0) throw new ArgumentException("There is no point on the curve; give at least one.");
        if (Array.Find(all, point => !double.IsFinite(point.Accuracy + point.Speed)) is { } wrong)
            throw new ArgumentException($"{wrong.Name} has accuracy {wrong.Accuracy} and speed {wrong.Speed}; both must be finite.");
        ImmutableArray<TradeOffPoint> front =
        [
            .. all.Where(point => !all.Any(other => other.Accuracy >= point.Accuracy && other.Speed >= point.Speed && (other.Accuracy > point.Accuracy || other.Speed > point.Speed)))
                .DistinctBy(point => (point.Accuracy, point.Speed)).OrderBy(point => point.Speed),
        ];
        if (front.Length < 3) return new(front, front[0]);
        var (slow, fast) = (front[0], front[^1]);
        return new(front, front.MaxBy(point =>
            ((point.Accuracy - fast.Accuracy) / (slow.Accuracy - fast.Accuracy)) + ((point.Speed - slow.Speed) / (fast.Speed - slow.Speed)))!);
    }
}

/// <summary>A representation on the curve.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Accuracy">How well candidates are ranked by it | any unit, more is better.</param>
/// <param name="Speed">Candidates it encodes | 1/s.</param>
public sealed record TradeOffPoint(string Name, double Accuracy, double Speed);
