namespace MatNotebooks.Physics.Elasticity;

/// <summary>Balance of a box: the unknowns are the displacements (3, points) beyond what is held; at held components they stay 0.</summary>
internal sealed class HexahedralSystem : ILinearSystem
{
    private readonly int count;
    private readonly double?[] held;
    private readonly double[] loads;
    private readonly double[] start; // what is held, and 0 elsewhere
    private readonly double[] inverse; // of the diagonal blocks, (points, 9)

    public HexahedralSystem(Microstructure body, BoxPoints points, double?[] held, double[] loads, int threads)
    {
        (count, this.held, this.loads, Elements) = (points.Count, held, loads, new(body, points, threads));
        start = [.. held.Select(value => value ?? 0)];
        inverse = Elements.DiagonalBlocks();
        for (var point = 0; point < count; point++) Invert(inverse.AsSpan(9 * point, 9), point);
    }

    public HexahedralGrid Elements { get; }

    public int Length => 3 * count;

    public double PrescribedEnergy { get; private set; }

    public void Right(double[] right)
    {
        Elements.Multiply(start, right);
        PrescribedEnergy = start.Zip(right, (displacement, force) => displacement * force).Sum();
        for (var i = 0; i < right.Length; i++) right[i] = held[i] is null ? loads[i] - right[i] : 0;
    }

    public void Multiply(double[] x, double[] y)
    {
        Elements.Multiply(x, y);
        for (var i = 0; i < y.Length; i++)
            if (held[i] is not null) y[i] = 0;
    }

    public void Precondition(double[] r, double[] z)
    {
        for (var point = 0; point < count; point++)
        {
            var block = inverse.AsSpan(9 * point, 9);
            var (x, y, w) = (r[point], r[count + point], r[(2 * count) + point]);
            for (var axis = 0; axis < 3; axis++) z[(axis * count) + point] = (block[3 * axis] * x) + (block[(3 * axis) + 1] * y) + (block[(3 * axis) + 2] * w);
        }
    }

    public double LoadWork(double[] x)
    {
        var work = 0.0;
        for (var i = 0; i < x.Length; i++) work += loads[i] * x[i];
        return work;
    }

    /// <summary>Displacement of every point, what is held among it.</summary>
    public double[] Whole(double[] unknowns) => [.. unknowns.Zip(start, (moved, prescribed) => moved + prescribed)];

    /// <summary>K u at every point: the load and, where it is held, what holds it.</summary>
    public double[] Forces(double[] unknowns)
    {
        var forces = new double[Length];
        Elements.Multiply(Whole(unknowns), forces);
        return forces;
    }

    // Held components, and points that pores surround, do not move: their rows and columns become 0.
    private void Invert(Span<double> block, int point)
    {
        for (var i = 0; i < 3; i++)
        {
            if (held[(i * count) + point] is null && block[4 * i] > 0) continue;
            for (var j = 0; j < 3; j++) block[(3 * i) + j] = block[(3 * j) + i] = 0;
        }
        Span<double> solid = stackalloc double[9];
        block.CopyTo(solid);
        for (var i = 0; i < 3; i++)
            if (block[4 * i] == 0) solid[4 * i] = 1;
        var (a, b, c, d, e, f) = (solid[0], solid[1], solid[2], solid[4], solid[5], solid[8]);
        var determinant = (a * ((d * f) - (e * e))) - (b * ((b * f) - (e * c))) + (c * ((b * e) - (d * c)));
        ReadOnlySpan<double> adjugate =
        [
            (d * f) - (e * e), (c * e) - (b * f), (b * e) - (c * d),
            (c * e) - (b * f), (a * f) - (c * c), (b * c) - (a * e),
            (b * e) - (c * d), (b * c) - (a * e), (a * d) - (b * b),
        ];
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                solid[(3 * i) + j] = block[4 * i] == 0 || block[4 * j] == 0 ? 0 : adjugate[(3 * i) + j] / determinant;
        solid.CopyTo(block);
    }
}
