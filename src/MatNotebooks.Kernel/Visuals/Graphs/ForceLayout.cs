namespace MatNotebooks.Kernel.Visuals.Graphs;

/// <summary>
/// Places nodes so that neighbours are near and others apart (Fruchterman and Reingold, 1991). It starts from a circle, so that it ends the
/// same on every machine.
/// </summary>
internal static class ForceLayout
{
    private const int Steps = 400;
    private const double LoopRadius = 0.075;

    /// <summary>A place for every node, between -1 and 1 along both axes.</summary>
    internal static (double X, double Y)[] Place(int count, IReadOnlyList<(int First, int Second)> edges)
    {
        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
            (y[i], x[i]) = Math.SinCos((2 * Math.PI * i / count) + 0.3 + (0.05 * (i % 3)));
        var spacing = Math.Sqrt(4.0 / count);
        for (var step = 0; step < Steps; step++) Move(x, y, edges, spacing, 0.2 * (1 - ((double)step / Steps)));
        return Fitted(x, y);
    }

    /// <summary>The line of an edge from a node to its own image: a ring beside it.</summary>
    internal static (double[] X, double[] Y) Loop((double X, double Y) place, double aspect)
    {
        var turns = Enumerable.Range(0, 25).Select(i => 2 * Math.PI * i / 24).ToArray();
        return ([.. turns.Select(turn => place.X + (LoopRadius / aspect * Math.Sin(turn)))], [.. turns.Select(turn => place.Y + (LoopRadius * (1 - Math.Cos(turn))))]);
    }

    /// <summary>The far end of such a ring.</summary>
    internal static (double X, double Y) LoopTop((double X, double Y) place) => (place.X, place.Y + (2 * LoopRadius));

    private static void Move(double[] x, double[] y, IReadOnlyList<(int First, int Second)> edges, double spacing, double most)
    {
        var (pushX, pushY) = (new double[x.Length], new double[x.Length]);
        void Pull(int i, int j, Func<double, double> force)
        {
            var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
            var distance = Math.Max(1e-4, Math.Sqrt((dx * dx) + (dy * dy)));
            var strength = force(distance) / distance;
            (pushX[i], pushY[i]) = (pushX[i] + (dx * strength), pushY[i] + (dy * strength));
            (pushX[j], pushY[j]) = (pushX[j] - (dx * strength), pushY[j] - (dy * strength));
        }
        for (var i = 0; i < x.Length; i++)
            for (var j = i + 1; j < x.Length; j++) Pull(i, j, distance => spacing * spacing / distance);
        foreach (var (first, second) in edges)
            if (first != second) Pull(first, second, distance => -distance * distance / spacing);
        for (var i = 0; i < x.Length; i++)
        {
            var length = Math.Sqrt((pushX[i] * pushX[i]) + (pushY[i] * pushY[i]));
            if (length < 1e-12) continue;
            var scale = Math.Min(length, most) / length;
            (x[i], y[i]) = (x[i] + (pushX[i] * scale), y[i] + (pushY[i] * scale));
        }
    }

    private static (double X, double Y)[] Fitted(double[] x, double[] y)
    {
        double[] Fit(double[] values)
        {
            var (low, high) = (values.Min(), values.Max());
            return high - low < 1e-9 ? [.. values.Select(_ => 0.0)] : [.. values.Select(value => Math.Round((2 * (value - low) / (high - low)) - 1, 6))];
        }
        return [.. Fit(x).Zip(Fit(y))];
    }
}
