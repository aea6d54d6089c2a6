using MatNotebooks.Quantities;

namespace MatNotebooks.Core.Tests.Quantities;

public class UnitsTests
{
    /// <summary>scipy.constants 1.10 (CODATA 2018); the measured ones moved in the tenth digit since.</summary>
    public static TheoryData<string, double, double> Scipy => new()
    {
        { "kJ/mol per eV", 1 / Units.KilojoulePerMole, 96.48533212331001 },
        { "kcal/mol per eV", 1 / Units.KilocaloriePerMole, 23.06054783061902 },
        { "eV per hartree", Units.Hartree, 27.211386245988 },
        { "Å per bohr", Units.Bohr, 0.529177210903 },
        { "cm⁻¹ per eV", 1 / Units.InverseCentimeter, 8065.543937349211 },
        { "meV per THz", 1000 * Units.Terahertz, 4.135667696923859 },
        { "eV per K", Units.Kelvin, 8.617333262145179e-05 },
        { "GPa per eV/Å³", 1 / Units.GigaPascal, 160.2176634 },
        { "g/cm³ per u/Å³", 1 / Units.GramPerCubicCentimeter, 1.66053906660 },
    };

    [Theory]
    [MemberData(nameof(Scipy))]
    public void Conversions_are_those_of_scipy(string what, double value, double expected) =>
        Assert.True(Math.Abs((value / expected) - 1) < 2e-9, $"{what}: {value}, scipy {expected}");
}
