using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Turns a crystal so that c points up the page and a lies in it, and moves the middle of its cells to the origin.</summary>
internal sealed class SceneFrame
{
    private readonly Lattice lattice;
    private readonly Cartesian right, up, front, middle;

    internal SceneFrame(Lattice lattice, (int A, int B, int C) cells)
    {
        this.lattice = lattice;
        up = Unit(lattice.C);
        right = Unit(lattice.A - (lattice.A.Dot(up) * up));
        front = right.Cross(up);
        middle = lattice.ToCartesian(new(cells.A / 2.0, cells.B / 2.0, cells.C / 2.0));
    }

    internal Cartesian Place(Fractional position) => Turn(lattice.ToCartesian(position) - middle);

    /// <summary>A vector without its place, such as a displacement.</summary>
    internal Cartesian Turn(Cartesian vector) => new(vector.Dot(right), vector.Dot(up), vector.Dot(front));

    private static Cartesian Unit(Cartesian vector) => (1 / vector.Length) * vector;
}
