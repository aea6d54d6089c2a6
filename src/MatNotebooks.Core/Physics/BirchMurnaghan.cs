using MatNotebooks.Formatting;
using MatNotebooks.Quantities;

namespace MatNotebooks.Physics;

/// <summary>Energy of a crystal over its volume, third-order Birch–Murnaghan.</summary>
/// <param name="Volume">Volume of lowest energy V₀ | Å³, greater than 0.</param>
/// <param name="Energy">Energy E₀ there | eV, of the same cell.</param>
/// <param name="BulkModulus">Resistance to compression B₀ there, −V dP/dV | GPa.</param>
/// <param name="BulkModulusDerivative">B₀′, how B₀ grows with pressure | no unit; most solids have 3 to 6.</param>
/// <remarks>F. Birch, Phys. Rev. 71, 809 (1947). The energy is a polynomial of third degree in V^(−2/3).</remarks>
[TypeFormatterSource(typeof(BirchMurnaghanFormatterSource))]
public sealed record BirchMurnaghan(double Volume, double Energy, double BulkModulus, double BulkModulusDerivative)
{
    /// <summary>Energy at a volume | eV.</summary>
    /// <param name="volume">Volume | Å³, greater than 0.</param>
    public double EnergyAt(double volume)
    {
        var strain = Squeeze(volume) - 1;
        var bulk = BulkModulus * Units.GigaPascal;
        return Energy + (9 * Volume * bulk / 16 * strain * strain * (2 + ((BulkModulusDerivative - 4) * strain)));
    }

    /// <summary>Pressure at a volume, −dE/dV | GPa; positive below <see cref="Volume"/>.</summary>
    /// <param name="volume">Volume | Å³, greater than 0.</param>
    public double PressureAt(double volume)
    {
        var squeeze = Squeeze(volume);
        return 1.5 * BulkModulus * Math.Sqrt(squeeze) * squeeze * squeeze * (squeeze - 1)
            * (1 + (0.75 * (BulkModulusDerivative - 4) * (squeeze - 1)));
    }

    // (V₀/V)^(2/3): 1 + twice the Eulerian strain
    private double Squeeze(double volume) => Math.Pow(Volume / volume, 2.0 / 3);
}
