using MatNotebooks.Crystals;

namespace MatNotebooks.Graphs.Neighbors;

/// <summary>
/// The lattice with vectors as short as adding and taking away each other makes them (Gauss's reduction, pair by pair), so that a very
/// skewed cell needs no more images than a straight one.
/// </summary>
internal sealed class ReducedCell
{
    private const double Shrinkage = 1 - 1e-9; // a step must shorten a vector by more than rounding
    private readonly Cartesian[] vectors = new Cartesian[3];
    private readonly Cartesian[] reciprocals = new Cartesian[3];
    private readonly CellShift[] shifts = new CellShift[3];
    private readonly double[] heights = new double[3];

    /// <summary>Reduced vectors | Å, (3).</summary>
    public ReadOnlySpan<Cartesian> Vectors => vectors;

    /// <summary>Distance between the planes that each vector steps over | Å, (3).</summary>
    public ReadOnlySpan<double> Heights => heights;

    /// <summary>Cell volume | Å³.</summary>
    public double Volume { get; private set; }

    public void Reduce(Lattice lattice)
    {
        (vectors[0], vectors[1], vectors[2]) = (lattice.A, lattice.B, lattice.C);
        (shifts[0], shifts[1], shifts[2]) = (new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));
        Volume = lattice.Volume;
        while (Shorten(0, 1) | Shorten(0, 2) | Shorten(1, 2) | Shorten(1, 0) | Shorten(2, 0) | Shorten(2, 1))
        {
        }
        var volume = vectors[0].Dot(vectors[1].Cross(vectors[2]));
        for (var axis = 0; axis < 3; axis++)
        {
            reciprocals[axis] = 1 / volume * vectors[(axis + 1) % 3].Cross(vectors[(axis + 2) % 3]);
            heights[axis] = 1 / reciprocals[axis].Length;
        }
    }

    public Fractional ToFractional(Cartesian position) =>
        new(reciprocals[0].Dot(position), reciprocals[1].Dot(position), reciprocals[2].Dot(position));

    public Cartesian ToCartesian(Fractional position) =>
        (position.A * vectors[0]) + (position.B * vectors[1]) + (position.C * vectors[2]);

    /// <summary>The same shift in the vectors of the original lattice.</summary>
    public CellShift ToOriginal(CellShift reduced) =>
        (reduced.A * shifts[0]) + (reduced.B * shifts[1]) + (reduced.C * shifts[2]);

    private bool Shorten(int target, int by)
    {
        var (vector, step) = (vectors[target], vectors[by]);
        var times = Math.Round(vector.Dot(step) / step.Dot(step));
        if (times == 0) return false;
        var shorter = vector - (times * step);
        if (!(shorter.Dot(shorter) < Shrinkage * vector.Dot(vector))) return false;
        vectors[target] = shorter;
        shifts[target] -= (int)times * shifts[by];
        return true;
    }
}
