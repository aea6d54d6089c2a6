using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>Pairs of sites within a distance under periodic boundaries, each pair of images once.</summary>
internal sealed class ShortPairs
{
    private (int First, int Second, double Distance)[] pairs = new (int, int, double)[64];
    private int count;

    /// <summary>The pairs; a site and its own image as a pair of equal places.</summary>
    public ReadOnlySpan<(int First, int Second, double Distance)> All => pairs.AsSpan(0, count);

    /// <summary>Finds the pairs of a crystal.</summary>
    public static ShortPairs Of(Crystal crystal, double cutoff)
    {
        var found = new ShortPairs();
        var (lattice, sites) = (crystal.Lattice, crystal.Sites);
        var (thickA, thickB, thickC) = lattice.Spacings;
        // Fractional differences are brought to ±½, so an image within the cutoff is at most so many cells away.
        var (mostA, mostB, mostC) = ((int)((cutoff / thickA) + 0.5), (int)((cutoff / thickB) + 0.5), (int)((cutoff / thickC) + 0.5));
        for (var first = 0; first < sites.Length; first++)
        {
            for (var second = first; second < sites.Length; second++)
            {
                var step = Nearest(sites[second].Position - sites[first].Position);
                for (var a = -mostA; a <= mostA; a++)
                {
                    var alongA = (step.A + a) * lattice.A;
                    for (var b = -mostB; b <= mostB; b++)
                    {
                        var alongB = alongA + ((step.B + b) * lattice.B);
                        for (var c = -mostC; c <= mostC; c++)
                        {
                            // Of a site and its own images each translation and its inverse are one pair.
                            if (first == second && (a < 0 || (a == 0 && (b < 0 || (b == 0 && c <= 0))))) continue;
                            var along = alongB + ((step.C + c) * lattice.C);
                            var squared = along.Dot(along);
                            if (squared <= cutoff * cutoff) found.Add(first, second, Math.Sqrt(squared));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Fractional Nearest(Fractional step) => new(step.A - Math.Round(step.A), step.B - Math.Round(step.B), step.C - Math.Round(step.C));

    private void Add(int first, int second, double distance)
    {
        if (count == pairs.Length) Array.Resize(ref pairs, 2 * count);
        pairs[count++] = (first, second, distance);
    }
}
