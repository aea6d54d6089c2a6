using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>Heavy atoms and the bonds between them; hydrogen fills what is left of each valence (C 4, N 3, O 2, F 1).</summary>
internal sealed class MolecularGraph
{
    private readonly byte[] bonds; // orders, row by row

    private MolecularGraph(ImmutableArray<char> atoms, byte[] bonds)
    {
        (Atoms, this.bonds) = (atoms, bonds);
        var count = atoms.Length;
        Hydrogens = [.. Enumerable.Range(0, count).Select(i => Valence(atoms[i]) - bonds.AsSpan(i * count, count).ToArray().Sum(order => order))];
    }

    /// <summary>Symbols of the heavy atoms: C, N, O or F.</summary>
    public ImmutableArray<char> Atoms { get; }

    /// <summary>Hydrogen atoms on each heavy one.</summary>
    public ImmutableArray<int> Hydrogens { get; }

    /// <summary>Number of heavy atoms.</summary>
    public int Count => Atoms.Length;

    /// <summary>All elements: the heavy atoms, then the hydrogens of the first, of the second and so on.</summary>
    public ImmutableArray<Element> Elements => [.. Atoms.Select(symbol => PeriodicTable.Find(symbol.ToString())), .. Hydrogens.SelectMany(count => Enumerable.Repeat(PeriodicTable.Find("H"), count))];

    /// <summary>One heavy atom and its hydrogens.</summary>
    public static MolecularGraph Of(char atom) => new([atom], [0]);

    /// <summary>Electrons an element shares.</summary>
    public static int Valence(char atom) => atom switch { 'C' => 4, 'N' => 3, 'O' => 2, _ => 1 };

    /// <summary>Order of the bond between two atoms: 0 to 3.</summary>
    public int Order(int first, int second) => bonds[(first * Count) + second];

    /// <summary>The atoms bonded to one.</summary>
    public IEnumerable<int> Neighbors(int atom)
    {
        for (var other = 0; other < Count; other++)
            if (Order(atom, other) > 0) yield return other;
    }

    /// <summary>The bonds, each once.</summary>
    public IEnumerable<(int First, int Second, int Order)> Bonds =>
        from i in Enumerable.Range(0, Count)
        from j in Enumerable.Range(i + 1, Count - i - 1)
        where Order(i, j) > 0
        select (i, j, Order(i, j));

    /// <summary>The molecule with one more heavy atom in the place of hydrogens.</summary>
    /// <param name="atom">The new atom.</param>
    /// <param name="to">What it is bonded to, and how: within the valences of both sides.</param>
    public MolecularGraph With(char atom, params (int Atom, int Order)[] to)
    {
        var size = Count + 1;
        var grown = new byte[size * size];
        for (var i = 0; i < Count; i++) Array.Copy(bonds, i * Count, grown, i * size, Count);
        foreach (var (other, order) in to) grown[(other * size) + Count] = grown[(Count * size) + other] = (byte)order;
        return new(Atoms.Add(atom), grown);
    }

    /// <summary>Bonds on the shortest way from one atom to another that does not use the bond between them; 0 where there is none.</summary>
    public int WayAround(int from, int to)
    {
        var steps = new int[Count];
        var next = new Queue<int>([from]);
        while (next.TryDequeue(out var atom))
            foreach (var other in Neighbors(atom))
            {
                if ((atom == from && other == to) || other == from || steps[other] > 0) continue;
                steps[other] = steps[atom] + 1;
                if (other == to) return steps[other];
                next.Enqueue(other);
            }
        return 0;
    }

    /// <summary>Size of the smallest ring a bond is in; 0 where it is in none.</summary>
    public int RingOf(int first, int second) => WayAround(first, second) is var way and > 0 ? way + 1 : 0;
}
