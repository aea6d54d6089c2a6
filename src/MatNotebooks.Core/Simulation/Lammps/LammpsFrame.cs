using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>The axes LAMMPS wants: a along x, b in the xy plane, c above it. The crystal keeps its own.</summary>
internal sealed class LammpsFrame
{
    private readonly Cartesian x;
    private readonly Cartesian y;
    private readonly Cartesian z;

    /// <summary>The axes for a lattice, which must be right-handed.</summary>
    public LammpsFrame(Lattice lattice)
    {
        x = 1 / lattice.A.Length * lattice.A;
        var normal = lattice.A.Cross(lattice.B);
        z = 1 / normal.Length * normal;
        y = z.Cross(x);
    }

    /// <summary>Whether a lattice is right-handed, as LAMMPS' boxes are.</summary>
    public static bool IsRightHanded(Lattice lattice) => lattice.A.Dot(lattice.B.Cross(lattice.C)) > 0;

    /// <summary>A vector of the crystal in LAMMPS' axes.</summary>
    public Cartesian Into(Cartesian vector) => new(vector.Dot(x), vector.Dot(y), vector.Dot(z));

    /// <summary>A vector of LAMMPS in the crystal's axes.</summary>
    public Cartesian OutOf(Cartesian vector) => (vector.X * x) + (vector.Y * y) + (vector.Z * z);

    /// <summary>A stress of LAMMPS in the crystal's axes.</summary>
    public StressTensor OutOf(StressTensor stress) =>
        stress.In(new(x.X, y.X, z.X), new(x.Y, y.Y, z.Y), new(x.Z, y.Z, z.Z));
}
