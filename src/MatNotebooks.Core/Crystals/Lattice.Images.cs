namespace MatNotebooks.Crystals;

/// <content>Shortest vectors among periodic images.</content>
public sealed partial record Lattice
{
    /// <summary>Length of the shortest vector that is a displacement plus a lattice vector | Å.</summary>
    internal double ShortestImage(Fractional displacement)
    {
        var centered = displacement.Centered;
        return ShortestImage(centered, ToCartesian(centered).Length, Spacings, skipZero: false);
    }

    /// <summary>Length of the shortest lattice vector | Å.</summary>
    internal double ShortestTranslation() =>
        ShortestImage(default, Math.Min(A.Length, Math.Min(B.Length, C.Length)), Spacings, skipZero: true);

    /// <summary>
    /// Length of the shortest vector that is a displacement plus a lattice vector, where it is at most <paramref name="limit"/>;
    /// else the limit. Exact for any cell: a vector no longer than the limit crosses at most limit / spacing cells along each axis.
    /// </summary>
    internal double ShortestImage(Fractional displacement, double limit, (double A, double B, double C) spacings, bool skipZero)
    {
        var shortest = limit * limit;
        var (reachA, reachB, reachC) = ((limit / spacings.A) + 1e-9, (limit / spacings.B) + 1e-9, (limit / spacings.C) + 1e-9);
        for (var i = Math.Ceiling(-reachA - displacement.A); i <= reachA - displacement.A; i++)
            for (var j = Math.Ceiling(-reachB - displacement.B); j <= reachB - displacement.B; j++)
                for (var k = Math.Ceiling(-reachC - displacement.C); k <= reachC - displacement.C; k++)
                {
                    if (skipZero && i == 0 && j == 0 && k == 0) continue;
                    var vector = ToCartesian(new(displacement.A + i, displacement.B + j, displacement.C + k));
                    shortest = Math.Min(shortest, vector.Dot(vector));
                }
        return Math.Sqrt(shortest);
    }
}
