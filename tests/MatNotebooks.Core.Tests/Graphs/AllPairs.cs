using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Graphs;

/// <summary>Every pair within a radius by the plainest loop there is: the oracle of the neighbour list.</summary>
internal static class AllPairs
{
    public static List<(int Receiver, int Sender, CellShift Shift, double Distance)> Of(Crystal crystal, double cutoff)
    {
        var lattice = crystal.Lattice;
        var (reachA, reachB, reachC) = (
            Reach(cutoff, lattice.B.Cross(lattice.C), lattice), Reach(cutoff, lattice.C.Cross(lattice.A), lattice), Reach(cutoff, lattice.A.Cross(lattice.B), lattice));
        var pairs = new List<(int, int, CellShift, double)>();
        for (var receiver = 0; receiver < crystal.Sites.Length; receiver++)
            for (var sender = 0; sender < crystal.Sites.Length; sender++)
            {
                var (from, to) = (crystal.Sites[receiver].Position, crystal.Sites[sender].Position);
                for (var a = (int)Math.Floor(from.A - to.A - reachA); a <= from.A - to.A + reachA; a++)
                    for (var b = (int)Math.Floor(from.B - to.B - reachB); b <= from.B - to.B + reachB; b++)
                        for (var c = (int)Math.Floor(from.C - to.C - reachC); c <= from.C - to.C + reachC; c++)
                        {
                            var distance = lattice.ToCartesian(new(to.A + a - from.A, to.B + b - from.B, to.C + c - from.C)).Length;
                            if (distance <= cutoff && (sender != receiver || (a, b, c) != (0, 0, 0))) pairs.Add((receiver, sender, new(a, b, c), distance));
                        }
            }
        return pairs;
    }

    private static double Reach(double cutoff, Cartesian normal, Lattice lattice) => cutoff * normal.Length / lattice.Volume;
}
