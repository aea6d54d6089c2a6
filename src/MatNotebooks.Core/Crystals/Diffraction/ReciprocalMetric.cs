namespace MatNotebooks.Crystals.Diffraction;

/// <summary>Squared lengths of reciprocal vectors, |h a* + k b* + l c*|² = 1/d² | 1/Å².</summary>
internal readonly record struct ReciprocalMetric(double Aa, double Bb, double Cc, double Bc, double Ac, double Ab)
{
    public static ReciprocalMetric Of(Lattice lattice)
    {
        var scale = 1 / lattice.A.Dot(lattice.B.Cross(lattice.C));
        var (a, b, c) = (scale * lattice.B.Cross(lattice.C), scale * lattice.C.Cross(lattice.A), scale * lattice.A.Cross(lattice.B));
        return new(a.Dot(a), b.Dot(b), c.Dot(c), b.Dot(c), a.Dot(c), a.Dot(b));
    }

    public double Square(int h, int k, int l) =>
        (h * h * Aa) + (k * k * Bb) + (l * l * Cc) + (2 * ((k * l * Bc) + (h * l * Ac) + (h * k * Ab)));

    /// <summary>The least and greatest l for which |h a* + k b* + l c*|² is at most a limit; least above greatest where there is none.</summary>
    public (int First, int Last) Row(int h, int k, double limit)
    {
        var middle = -((k * Bc) + (h * Ac)) / Cc;
        var room = (limit - Square(h, k, 0)) / Cc + (middle * middle);
        if (room < 0) return (1, 0);
        var half = Math.Sqrt(room) * (1 + 1e-12);
        return ((int)Math.Ceiling(middle - half - 1e-12), (int)Math.Floor(middle + half + 1e-12));
    }
}
