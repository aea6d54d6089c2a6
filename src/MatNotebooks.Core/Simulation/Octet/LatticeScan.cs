namespace MatNotebooks.Simulation.Octet;

/// <summary>Where to compute next, so that a row of lattice constants brackets the lowest energy.</summary>
/// <remarks>
/// The lattice constants stand 3 % of the first guess apart. A curve is complete when it has at least five points and two of them on
/// either side of the lowest: enough for the four numbers of a Birch–Murnaghan curve, with the minimum well inside.
/// </remarks>
public static class LatticeScan
{
    /// <summary>Step between lattice constants as a share of the first guess | no unit.</summary>
    public const double Step = 0.03;

    /// <summary>Points a complete curve has on either side of its lowest.</summary>
    public const int PointsEachSide = 2;

    /// <summary>The next lattice constant to compute | Å, rounded to 0.0001 Å; null when the curve is complete.</summary>
    /// <param name="points">The points there are, in any order; they may be none.</param>
    /// <param name="guess">First guess, used only where there is no point | Å.</param>
    public static double? Next(IReadOnlyCollection<CurvePoint> points, double guess)
    {
        if (points.Count == 0) return Math.Round(guess, 4);
        var sorted = points.OrderBy(point => point.LatticeConstant).ToArray();
        var below = Array.IndexOf(sorted, sorted.MinBy(point => point.Energy));
        var above = sorted.Length - 1 - below;
        if (Math.Min(below, above) >= PointsEachSide) return null;
        var step = StepOf(sorted);
        return Math.Round(above <= below ? sorted[^1].LatticeConstant + step : sorted[0].LatticeConstant - step, 4);
    }

    /// <summary>How many more points a curve needs at least, were its lowest point the lowest of all.</summary>
    public static int LeastMissing(IReadOnlyCollection<CurvePoint> points)
    {
        if (points.Count == 0) return 1 + (2 * PointsEachSide);
        var lowest = points.MinBy(point => point.Energy).LatticeConstant;
        var below = points.Count(point => point.LatticeConstant < lowest);
        var above = points.Count(point => point.LatticeConstant > lowest);
        return Math.Max(0, PointsEachSide - below) + Math.Max(0, PointsEachSide - above);
    }

    private static double StepOf(CurvePoint[] sorted) => sorted.Length == 1
        ? Step * sorted[0].LatticeConstant
        : (sorted[^1].LatticeConstant - sorted[0].LatticeConstant) / (sorted.Length - 1);
}
