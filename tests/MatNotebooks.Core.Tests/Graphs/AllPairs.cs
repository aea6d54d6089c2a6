using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Graphs;

/// <summary>Every pair within a radius by the plainest loop there is: the oracle of the neighbour list.</summary>
internal static class AllPairs
{
    public static List<(int Receiver, int Sender, CellShift Shift, double Distance)> Of(Crystal crystal, double cutoff)
    {
        var lattice = crystal.Lattice;
        var pairs = new List<(int, int, CellShift, double)>();
        for (var receiver = 0; receiver < crystal.Sites.Length; receiver++)
        {
            for (var sender = 0; sender < crystal.Sites.Length; sender++)
            {
                var (from, to) = (crystal.Sites[receiver].Position, crystal.Sites[sender].Position);
                var (a, b, c) = (
                    Range(from.A - to.A, cutoff, lattice.B.Cross(lattice.C), lattice),
                    Range(from.B - to.B, cutoff, lattice.C.Cross(lattice.A), lattice),
                    Range(from.C - to.C, cutoff, lattice.A.Cross(lattice.B), lattice));
                foreach (var shift in from i in a from j in b from k in c select new CellShift(i, j, k))
                {
                    var image = new Fractional(to.A + shift.A - from.A, to.B + shift.B - from.B, to.C + shift.C - from.C);
                    var distance = lattice.ToCartesian(image).Length;
                    if (distance <= cutoff && !(sender == receiver && shift == default)) pairs.Add((receiver, sender, shift, distance));
                }
            }
        }
        return pairs;
    }

    private static IEnumerable<int> Range(double middle, double cutoff, Cartesian normal, Lattice lattice)
    {
        var reach = cutoff * normal.Length / lattice.Volume;
        var first = (int)Math.Floor(middle - reach);
        return Enumerable.Range(first, (int)Math.Ceiling(middle + reach) - first + 1);
    }
}
