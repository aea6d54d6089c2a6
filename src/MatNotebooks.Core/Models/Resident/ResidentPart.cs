using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;

namespace MatNotebooks.Models.Resident;

/// <summary>One crystal of <see cref="ResidentGraphs"/>, its atoms and shells counted from 0.</summary>
internal sealed record ResidentPart
{
    /// <summary>Atomic number of each atom, (atoms).</summary>
    public required int[] Numbers { get; init; }

    /// <summary>Shells each atom receives, (atoms).</summary>
    public required int[] ShellsOfAtom { get; init; }

    /// <summary>Shells each atom sends, (atoms).</summary>
    public required int[] SentOfAtom { get; init; }

    /// <summary>Atom each shell comes from, (shells).</summary>
    public required int[] Senders { get; init; }

    /// <summary>The shells by sender, (shells).</summary>
    public required int[] Outgoing { get; init; }

    /// <summary>Length of each shell | Å, (shells).</summary>
    public required float[] Distances { get; init; }

    /// <summary>Edges each shell stands for, (shells).</summary>
    public required float[] Counts { get; init; }

    public static ResidentPart Of(CrystalGraph graph)
    {
        var shells = graph.Shells;
        var sent = new RowGroups(shells.Senders, graph.Atoms);
        return new()
        {
            Numbers = graph.AtomicNumbers,
            ShellsOfAtom = Lengths(shells.FirstEdge),
            SentOfAtom = Lengths(sent.First),
            Senders = shells.Senders,
            Outgoing = sent.Items,
            Distances = shells.Distances,
            Counts = shells.Counts,
        };
    }

    /// <summary>One list of all parts, one behind the other.</summary>
    public static T[] Join<T>(ResidentPart[] parts, Func<ResidentPart, T[]> of)
    {
        var joined = new T[parts.Sum(part => (long)of(part).Length)];
        var at = 0L;
        foreach (var part in parts)
        {
            of(part).CopyTo(joined, at);
            at += of(part).Length;
        }
        return joined;
    }

    private static int[] Lengths(int[] first) => [.. first.Skip(1).Zip(first, (end, begin) => end - begin)];
}
