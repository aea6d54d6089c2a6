namespace MatNotebooks.Crystals.Diffraction;

/// <summary>The reflections of a crystal within a range of angles, one of each pair ±hkl, from small angles to great ones.</summary>
/// <param name="Reciprocal">1/d² of each | 1/Å², rising.</param>
/// <param name="Strengths">|F|² of each, both of the pair together.</param>
/// <param name="Planes">Indices of each.</param>
internal sealed record Reflections(double[] Reciprocal, double[] Strengths, MillerIndices[] Planes)
{
    private const double Most = 4e6; // beyond, a pattern is a forest without meaning that takes seconds and hundreds of megabytes

    public static Reflections Of(Crystal crystal, DiffractionOptions options)
    {
        double Limit(double twoTheta) => Math.Pow(2 * Math.Sin(twoTheta * Math.PI / 360) / options.Radiation.Wavelength, 2);
        var (least, greatest) = (Limit(options.MinTwoTheta), Limit(options.MaxTwoTheta));
        var expected = 2.1 * Math.Pow(greatest, 1.5) * crystal.Volume;
        if (expected > Most)
            throw new ArgumentException(
                $"{crystal.Id ?? crystal.Composition.ReducedFormula} has some {expected:N0} reflections up to 2θ = {options.MaxTwoTheta}° with {options.Radiation}; at most {Most:N0} are computed. Lower MaxTwoTheta or take a longer wavelength.");
        var (metric, most) = (ReciprocalMetric.Of(crystal.Lattice), Bounds(crystal.Lattice, Math.Sqrt(greatest)));
        var factors = new StructureFactors(crystal, options, most);
        var (squares, strengths, planes) = (new List<double>((int)expected + 16), new List<double>((int)expected + 16), new List<MillerIndices>((int)expected + 16));
        Span<double> row = new double[(2 * most.L) + 1], found = new double[(2 * most.L) + 1];
        for (var h = 0; h <= most.H; h++)
            for (var k = h == 0 ? 0 : -most.K; k <= most.K; k++)
            {
                var (first, last) = metric.Row(h, k, greatest);
                (first, last) = (Math.Max(first, h == 0 && k == 0 ? 1 : -most.L), Math.Min(last, most.L));
                if (last < first) continue;
                var count = last - first + 1;
                for (var l = first; l <= last; l++) row[l - first] = metric.Square(h, k, l);
                factors.Row(h, k, first, row[..count], found);
                for (var l = first; l <= last; l++)
                    if (row[l - first] >= least && row[l - first] <= greatest)
                    {
                        squares.Add(row[l - first]);
                        strengths.Add(2 * found[l - first]);
                        planes.Add(new(h, k, l));
                    }
            }
        return Sorted([.. squares], [.. strengths], [.. planes]);
    }

    private static Reflections Sorted(double[] squares, double[] strengths, MillerIndices[] planes)
    {
        var order = new int[squares.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(squares, order);
        var (sortedStrengths, sortedPlanes) = (new double[order.Length], new MillerIndices[order.Length]);
        for (var i = 0; i < order.Length; i++) (sortedStrengths[i], sortedPlanes[i]) = (strengths[order[i]], planes[order[i]]);
        return new(squares, sortedStrengths, sortedPlanes);
    }

    // |h| = |g · a| is at most |g| |a|.
    private static (int H, int K, int L) Bounds(Lattice lattice, double length) =>
        ((int)((length * lattice.A.Length) + 1e-9), (int)((length * lattice.B.Length) + 1e-9), (int)((length * lattice.C.Length) + 1e-9));
}
