using MatNotebooks.Crystals;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class PhaseComparisonTests
{
    [Theory]
    [InlineData("NaCl", "rocksalt", -0.129)]
    [InlineData("MgO", "rocksalt", -0.206)]
    [InlineData("LiF", "rocksalt", -0.028)]
    [InlineData("SiSi", "zincblende", 0.708)]
    [InlineData("AlN", "zincblende", 0.289)]
    [InlineData("GaAs", "zincblende", 0.597)]
    [InlineData("LiI", "zincblende", 0.08)]
    public void The_winner_of_the_table_is_known(string compound, string stable, double difference)
    {
        var comparison = new PhaseComparison(Curve(compound, Prototype.Rocksalt), Curve(compound, Prototype.Zincblende));
        Assert.Equal(Prototype.Of(stable), comparison.Stable);
        Assert.Equal(difference, comparison.EnergyDifference, 0.005);
        Assert.InRange(comparison.VolumeDrop, 0.1, 0.3); // six neighbours instead of four: rocksalt is always the denser one
    }

    private static BirchMurnaghan Curve(string compound, Prototype prototype)
    {
        var (volumes, energies) = OctetCurves.Shipped[$"{compound} {prototype}"];
        return EquationOfState.Fit(volumes, energies).Curve;
    }
}
