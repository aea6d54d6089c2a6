using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>Stress on a crystal; positive components pull.</summary>
/// <param name="XX">σ_xx | GPa.</param>
/// <param name="YY">σ_yy | GPa.</param>
/// <param name="ZZ">σ_zz | GPa.</param>
/// <param name="YZ">σ_yz | GPa.</param>
/// <param name="XZ">σ_xz | GPa.</param>
/// <param name="XY">σ_xy | GPa.</param>
public sealed record StressTensor(double XX, double YY, double ZZ, double YZ, double XZ, double XY)
{
    /// <summary>−tr(σ)/3 | GPa; positive when the crystal wants to grow.</summary>
    public double Pressure => -(XX + YY + ZZ) / 3;

    /// <summary>The six components in Voigt's order xx, yy, zz, yz, xz, xy | GPa.</summary>
    public IReadOnlyList<double> Voigt => [XX, YY, ZZ, YZ, XZ, XY];

    /// <summary>The same stress in axes that are these three vectors, which must be orthonormal.</summary>
    internal StressTensor In(Cartesian x, Cartesian y, Cartesian z) =>
        new(Along(x, x), Along(y, y), Along(z, z), Along(y, z), Along(x, z), Along(x, y));

    private double Along(Cartesian left, Cartesian right) => left.Dot(new(
        (XX * right.X) + (XY * right.Y) + (XZ * right.Z),
        (XY * right.X) + (YY * right.Y) + (YZ * right.Z),
        (XZ * right.X) + (YZ * right.Y) + (ZZ * right.Z)));
}
