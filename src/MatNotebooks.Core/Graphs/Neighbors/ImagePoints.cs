using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>Every periodic image of every atom that can lie within a radius of an atom in the home cell, coordinate by coordinate.</summary>
internal sealed class ImagePoints
{
    /// <summary>Numbers that may be read behind the last point, so that vector loads need no tail.</summary>
    public const int Padding = 8;

    private const double Most = 50e6; // 2 GB of points: a mistaken cutoff, never a crystal
    private double[] x = new double[1024], y = new double[1024], z = new double[1024];
    private int[] senders = new int[1024];
    private CellShift[] shifts = new CellShift[1024];
    private double[] spareNumbers = [];
    private int[] spareSenders = [];
    private CellShift[] spareShifts = [];

    public int Count { get; private set; }

    /// <summary>For how many points there is room.</summary>
    public int Capacity => x.Length;

    public ReadOnlySpan<double> X => x;

    public ReadOnlySpan<double> Y => y;

    public ReadOnlySpan<double> Z => z;

    /// <summary>The site each point is an image of, (points).</summary>
    public ReadOnlySpan<int> Senders => senders;

    /// <summary>Shift of each point from the position its site was given, in the original lattice vectors, (points).</summary>
    public ReadOnlySpan<CellShift> Shifts => shifts;

    /// <exception cref="ArgumentException">The radius holds too many images.</exception>
    public void Fill(HomeAtoms atoms, double radius)
    {
        var (least, greatest) = atoms.Extent;
        var heights = atoms.Cell.Heights;
        var reach = new Fractional(radius / heights[0], radius / heights[1], radius / heights[2]);
        Check(atoms, reach, radius);
        Count = 0;
        for (var sender = 0; sender < atoms.Count; sender++)
        {
            var at = atoms.Fractions[sender];
            Fill(atoms, sender, from: Ceiling(least - reach - at), to: -1 * Ceiling(at - reach - greatest));
        }
    }

    /// <summary>Puts the points in the given order: point <c>order[i]</c> comes to place i.</summary>
    public void Reorder(ReadOnlySpan<int> order)
    {
        Reorder(ref x, ref spareNumbers, order);
        Reorder(ref y, ref spareNumbers, order);
        Reorder(ref z, ref spareNumbers, order);
        Reorder(ref senders, ref spareSenders, order);
        Reorder(ref shifts, ref spareShifts, order);
    }

    private static void Reorder<T>(ref T[] values, ref T[] spare, ReadOnlySpan<int> order)
    {
        Workspace.Grow(ref spare, values.Length);
        for (var place = 0; place < order.Length; place++) spare[place] = values[order[place]];
        (values, spare) = (spare, values);
    }

    private static void Check(HomeAtoms atoms, Fractional reach, double radius)
    {
        var expected = atoms.Count * (1 + (2 * reach.A)) * (1 + (2 * reach.B)) * (1 + (2 * reach.C));
        if (expected > Most)
            throw new ArgumentException(
                $"neighbours within {radius:g4} Å in a cell of {atoms.Count} atoms and {atoms.Cell.Volume:g4} Å³ need {expected:g2} images; "
                + $"the limit is {Most:g2}. Lower the cutoff.");
    }

    private void Fill(HomeAtoms atoms, int sender, CellShift from, CellShift to)
    {
        var cell = atoms.Cell;
        var (a, b, c) = (cell.Vectors[0], cell.Vectors[1], cell.Vectors[2]);
        var home = atoms.Positions[sender];
        var move = atoms.Moves[sender];
        for (var i = from.A; i <= to.A; i++)
        {
            for (var j = from.B; j <= to.B; j++)
            {
                MakeRoom(to.C - from.C + 1);
                var row = home + ((i * a) + (j * b));
                for (var k = from.C; k <= to.C; k++)
                {
                    (x[Count], y[Count], z[Count]) = (row.X + (k * c.X), row.Y + (k * c.Y), row.Z + (k * c.Z));
                    senders[Count] = sender;
                    shifts[Count++] = cell.ToOriginal(new(i, j, k)) - move;
                }
            }
        }
    }

    private static CellShift Ceiling(Fractional place) =>
        new((int)Math.Ceiling(place.A), (int)Math.Ceiling(place.B), (int)Math.Ceiling(place.C));

    private void MakeRoom(int more)
    {
        var needed = Count + more + Padding;
        Workspace.Grow(ref x, needed);
        Workspace.Grow(ref y, needed);
        Workspace.Grow(ref z, needed);
        Workspace.Grow(ref senders, needed);
        Workspace.Grow(ref shifts, needed);
    }
}
