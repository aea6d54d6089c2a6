namespace MatNotebooks.Surrogates;

/// <summary>Brings every dimension of points to mean 0 and standard deviation 1; a constant one is only centred.</summary>
internal sealed record Standardization(double[] Centers, double[] Scales)
{
    public static Standardization Of(IReadOnlyList<double[]> points)
    {
        var axes = Enumerable.Range(0, points[0].Length);
        double[] centers = [.. axes.Select(axis => points.Average(point => point[axis]))];
        return new(centers, [.. axes.Select(axis => Spread(points.Select(point => point[axis] - centers[axis])))]);
    }

    /// <summary>Root of the mean square of deviations; 1 where they are all nothing.</summary>
    public static double Spread(IEnumerable<double> deviations) =>
        Math.Sqrt(deviations.Average(deviation => deviation * deviation)) is > 1e-12 and var spread ? spread : 1;

    public double[] Of(double[] point) => [.. point.Select((value, axis) => (value - Centers[axis]) / Scales[axis])];
}
