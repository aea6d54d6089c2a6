using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>
/// Finds the neighbours of every atom of a crystal. The life of a search:
/// <list type="number">
/// <item>the sites move into a reduced cell (<see cref="HomeAtoms"/>);</item>
/// <item>every image within the radius is written down (<see cref="ImagePoints"/>), many of them sorted into cubes (<see cref="PointGrid"/>);</item>
/// <item>each atom tests the points of the cubes round it, four at a time, and sorts what is near (<see cref="Candidates"/>);</item>
/// <item>when only the nearest are wanted, the radius begins small and grows for the atoms that found too few, up to the cutoff.</item>
/// </list>
/// One search lives on each thread and keeps its buffers.
/// </summary>
internal sealed class NeighborSearch
{
    /// <summary>Distances that differ by less count as equal | Å (see <see cref="TieRule.KeepShell"/>).</summary>
    public const double ShellTolerance = 0.01;

    private const double CutoffTolerance = 1e-8; // Å
    private const double SmallestDistance = 0.01; // Å
    private const double MostPairs = 20e6; // 1 GB
    private const double FirstGuess = 2.2; // times the wanted neighbours, by the mean density
    private const double Growth = 1.4;
    private const int MostKept = 1 << 20; // edges or points for which buffers stay with the thread; 60 MB

    [ThreadStatic]
    private static NeighborSearch? ofThread;

    private readonly HomeAtoms atoms = new();
    private readonly ImagePoints points = new();
    private readonly PointGrid grid = new();
    private readonly Candidates near = new();
    private Neighbor[] found = new Neighbor[1024];
    private (int First, int Count)[] ofAtom = new (int, int)[64];

    /// <summary>How many edges there are.</summary>
    public int Count { get; private set; }

    /// <summary>The neighbours of an atom, nearest first, until the next search of this thread.</summary>
    public ReadOnlySpan<Neighbor> Of(int atom) => found.AsSpan(ofAtom[atom].First, ofAtom[atom].Count);

    private bool IsOverlarge => found.Length > MostKept || points.Capacity > MostKept;

    /// <summary>Searches with the buffers of this thread.</summary>
    /// <exception cref="ArgumentException">Two atoms on one spot, or a cutoff that holds too many pairs.</exception>
    public static NeighborSearch Run(Crystal crystal, GraphOptions options)
    {
        ArgumentNullException.ThrowIfNull(crystal);
        ArgumentNullException.ThrowIfNull(options);
        var search = ofThread is { IsOverlarge: false } kept ? kept : ofThread = new();
        try
        {
            search.Find(crystal, options);
        }
        catch (ArgumentException wrong)
        {
            ofThread = null; // give back buffers that a mistaken cutoff may have blown up
            throw new ArgumentException($"Crystal {crystal.Id ?? "without id"}: {wrong.Message}", wrong);
        }
        return search;
    }

    private void Find(Crystal crystal, GraphOptions options)
    {
        atoms.Place(crystal.Lattice, crystal.Sites);
        Workspace.Grow(ref ofAtom, atoms.Count);
        ofAtom.AsSpan(0, atoms.Count).Fill((0, -1));
        Count = 0;
        var cutoff = options.Cutoff + CutoffTolerance;
        for (var radius = FirstRadius(options, cutoff); ; radius = Math.Min(radius * Growth, cutoff))
        {
            CheckPairs(radius, options);
            points.Fill(atoms, radius);
            grid.Fill(points, radius);
            if (FindWithin(radius, radius >= cutoff, options)) return;
        }
    }

    private double FirstRadius(GraphOptions options, double cutoff)
    {
        if (options.MaxNeighbors is not { } wanted) return cutoff;
        var volume = FirstGuess * (wanted + 1.0) * atoms.Cell.Volume / atoms.Count;
        return Math.Min(Math.Cbrt(volume * 3 / (4 * Math.PI)), cutoff);
    }

    private void CheckPairs(double radius, GraphOptions options)
    {
        var expected = 4 * Math.PI / 3 * Math.Pow(radius, 3) / atoms.Cell.Volume * atoms.Count * atoms.Count;
        if (expected > MostPairs && (options.MaxNeighbors is not { } wanted || (double)wanted * atoms.Count > MostPairs))
            throw new ArgumentException(
                $"a cutoff of {options.Cutoff} Å gives some {expected:g2} pairs in a cell of {atoms.Count} atoms and {atoms.Cell.Volume:g4} Å³; "
                + $"the limit is {MostPairs:g2}. Lower the cutoff or set MaxNeighbors.");
    }

    /// <summary>Searches for the atoms that are not done; true when all are.</summary>
    private bool FindWithin(double radius, bool isLast, GraphOptions options)
    {
        Span<(int, int)> runs = stackalloc (int, int)[9];
        var done = true;
        for (var atom = 0; atom < atoms.Count; atom++)
        {
            if (ofAtom[atom].Count >= 0) continue;
            var place = atoms.Positions[atom];
            near.Collect(place, points, runs[..grid.Runs(place, runs)], radius);
            CheckApart(atom);
            if (options.MaxNeighbors is { } wanted && !isLast && !IsEnough(wanted, radius)) done = false;
            else Keep(atom, options);
        }
        return done;
    }

    /// <summary>Whether the wanted neighbours and all that tie with the last of them are certainly inside the radius.</summary>
    private bool IsEnough(int wanted, double radius) =>
        near.Count > wanted && Math.Sqrt(near.Squares[wanted]) + ShellTolerance <= radius; // the first is the atom itself

    private void CheckApart(int atom)
    {
        if (near.Count < 2 || near.Squares[1] >= SmallestDistance * SmallestDistance) return;
        var (first, second) = (points.Senders[near.Points[0]], points.Senders[near.Points[1]]); // one of them is the atom itself
        var other = second == atom ? first : second;
        throw new ArgumentException(
            $"sites {Math.Min(atom, other) + 1} and {Math.Max(atom, other) + 1} are {Math.Sqrt(near.Squares[1]):g2} Å apart; "
            + $"at least {SmallestDistance} Å are needed. Remove one, or give one site both occupants.");
    }

    private void Keep(int atom, GraphOptions options)
    {
        var kept = Kept(options) - 1;
        Workspace.Grow(ref found, Count + kept);
        var (place, move) = (atoms.Positions[atom], atoms.Moves[atom]);
        for (var rank = 1; rank <= kept; rank++)
        {
            var point = near.Points[rank];
            found[Count + rank - 1] = new(
                points.Senders[point],
                points.Shifts[point] + move,
                points.X[point] - place.X,
                points.Y[point] - place.Y,
                points.Z[point] - place.Z,
                Math.Sqrt(near.Squares[rank]));
        }
        ofAtom[atom] = (Count, kept);
        Count += kept;
    }

    /// <summary>How many candidates stay, the atom itself among them.</summary>
    private int Kept(GraphOptions options)
    {
        if (options.MaxNeighbors is not { } wanted || near.Count - 1 <= wanted) return near.Count;
        var kept = wanted + 1;
        if (options.Ties == TieRule.Cut) return kept;
        var shell = Math.Sqrt(near.Squares[wanted]) + ShellTolerance;
        while (kept < near.Count && near.Squares[kept] <= shell * shell) kept++;
        return kept;
    }
}
