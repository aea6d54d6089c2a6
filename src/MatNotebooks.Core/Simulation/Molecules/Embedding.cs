using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>Puts a molecule into space, roughly: springs on bonds and across angles, atoms further apart pushed away from each other.</summary>
/// <remarks>
/// From random places the springs are relaxed step by step, several times over, and the calmest result is taken. Bond lengths come out
/// within some 5 %, which a relaxation by a real energy then mends.
/// </remarks>
internal sealed class Embedding
{
    private const int Starts = 6;
    private const int Steps = 800;
    private const double Least = 2.6; // Å between atoms four and more bonds apart, and across three

    private readonly MolecularGraph graph;
    private readonly int[] parents; // the heavy atom of each hydrogen
    private readonly List<(int I, int J, double Length, double Strength)> springs = [];
    private readonly bool[,] sprung;

    private Embedding(MolecularGraph graph)
    {
        this.graph = graph;
        parents = [.. Enumerable.Range(0, graph.Count).SelectMany(atom => Enumerable.Repeat(atom, graph.Hydrogens[atom]))];
        sprung = new bool[Count, Count];
        var neighbors = Enumerable.Range(0, graph.Count).Select(atom => graph.Neighbors(atom)
            .Concat(Enumerable.Range(0, parents.Length).Where(h => parents[h] == atom).Select(h => graph.Count + h)).ToArray()).ToArray();
        for (var atom = 0; atom < graph.Count; atom++)
            foreach (var other in neighbors[atom].Where(other => other > atom)) Spring(atom, other, Bond(atom, other), 1);
        for (var atom = 0; atom < graph.Count; atom++)
            foreach (var first in neighbors[atom])
                foreach (var second in neighbors[atom].Where(second => second > first)) Spring(first, second, Across(first, atom, second), 0.5);
    }

    private int Count => graph.Count + parents.Length;

    /// <summary>The molecule in space.</summary>
    /// <param name="graph">The molecule.</param>
    /// <param name="seed">Seed of the random places.</param>
    /// <param name="id">Name of the molecule.</param>
    public static Molecule Of(MolecularGraph graph, int seed, string id)
    {
        var springs = new Embedding(graph);
        var random = new Random(seed);
        var best = Enumerable.Range(0, Starts).Select(_ => springs.Relaxed(random)).MinBy(found => found.Strain).Places!;
        return new([.. graph.Elements.Zip(best, (element, place) => new Atom(element, place))], id);
    }

    private void Spring(int i, int j, double length, double strength)
    {
        if (sprung[i, j]) return;
        sprung[i, j] = sprung[j, i] = true;
        springs.Add((i, j, length, strength));
    }

    // Sums of covalent radii, multiple bonds shorter by 13 % and 22 %, as between carbon atoms.
    private double Bond(int i, int j)
    {
        var order = j >= graph.Count ? 1 : graph.Order(i, j);
        return (Radius(i) + Radius(j)) * (order == 3 ? 0.78 : order == 2 ? 0.87 : 1);
    }

    private double Radius(int atom) => atom >= graph.Count ? 0.33 : graph.Atoms[atom] switch { 'C' => 0.76, 'N' => 0.71, 'O' => 0.67, _ => 0.61 };

    // The distance of two atoms on a third, by the law of cosines.
    private double Across(int first, int middle, int second)
    {
        var (a, b) = (Length(first, middle), Length(second, middle));
        return Math.Sqrt((a * a) + (b * b) - (2 * a * b * Math.Cos(Angle(first, middle, second) * Math.PI / 180)));
    }

    private double Length(int atom, int middle) => atom < middle ? Bond(atom, middle) : Bond(middle, atom);

    private double Angle(int first, int middle, int second)
    {
        var orders = graph.Neighbors(middle).Select(other => graph.Order(middle, other)).ToArray();
        var free = orders.Contains(3) || orders.Count(order => order == 2) == 2 ? 180.0 : orders.Contains(2) ? 120.0 : 109.5;
        if (first >= graph.Count || second >= graph.Count) return free;
        var ring = SmallestRing(first, middle, second);
        return ring is 3 or 4 or 5 ? 180.0 - (360.0 / ring) : free;
    }

    private int SmallestRing(int first, int middle, int second)
    {
        if (graph.Order(first, second) > 0) return 3;
        var shared = graph.Neighbors(first).Intersect(graph.Neighbors(second)).Any(other => other != middle);
        if (shared) return 4;
        var five = graph.Neighbors(first).Where(other => other != middle)
            .Any(other => graph.Neighbors(second).Any(next => next != middle && graph.Order(other, next) > 0));
        return five ? 5 : 0;
    }

    private (double Strain, Cartesian[] Places) Relaxed(Random random)
    {
        var spread = 1.5 * Math.Cbrt(Count);
        var places = Enumerable.Range(0, Count).Select(_ => new Cartesian(spread * Throw(), spread * Throw(), spread * Throw())).ToArray();
        var (speed, forces, strain) = (new Cartesian[Count], new Cartesian[Count], 0.0);
        for (var step = 0; step < Steps; step++)
        {
            strain = Forces(places, forces);
            for (var i = 0; i < Count; i++)
            {
                speed[i] = (0.9 * speed[i]) + (0.1 * forces[i]);
                places[i] += speed[i].Length > 0.3 ? 0.3 / speed[i].Length * speed[i] : speed[i];
            }
        }
        return (strain, places);

        double Throw() => random.NextDouble() - 0.5;
    }

    private double Forces(Cartesian[] places, Cartesian[] forces)
    {
        Array.Clear(forces);
        var strain = 0.0;
        foreach (var (i, j, length, strength) in springs) strain += Pull(places, forces, i, j, length, strength);
        for (var i = 0; i < Count; i++)
            for (var j = i + 1; j < Count; j++)
                if (!sprung[i, j] && (places[i] - places[j]).Length < Least) strain += Pull(places, forces, i, j, Least, 0.1);
        return strain;
    }

    private static double Pull(Cartesian[] places, Cartesian[] forces, int i, int j, double length, double strength)
    {
        var apart = places[j] - places[i];
        var distance = Math.Max(apart.Length, 1e-6);
        var pull = strength * (distance - length) / distance * apart;
        forces[i] += pull;
        forces[j] -= pull;
        return strength * (distance - length) * (distance - length);
    }
}
