using MatNotebooks.Crystals;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class CohenRuleTests
{
    [Theory]
    [InlineData(1.545, 0, 430)] // the paper's diamond: 435 GPa from d = 1.54 Å
    [InlineData(2.35, 0, 99)] // silicon, 98 GPa measured
    [InlineData(2.45, 1, 76)] // GaAs, 75 GPa measured
    public void Gives_the_moduli_of_the_paper(double bondLength, double ionicity, double expected) =>
        Assert.Equal(expected, CohenRule.BulkModulus(bondLength, ionicity), 0.01 * expected);

    [Theory]
    [InlineData("SiSi", 0)]
    [InlineData("GeGe", 0)]
    [InlineData("CC", 0)]
    [InlineData("AlP", 1)]
    [InlineData("GaAs", 1)]
    [InlineData("InSb", 1)]
    [InlineData("ZnS", 2)]
    [InlineData("ZnTe", 2)]
    public void The_tetrahedral_compounds_of_the_table_follow_it_within_a_third(string compound, double ionicity)
    {
        var (volumes, energies) = OctetCurves.Shipped[$"{compound} zincblende"];
        var curve = EquationOfState.Fit(volumes, energies).Curve;
        var bond = Math.Sqrt(3) / 4 * Prototype.LatticeConstant(curve.Volume);
        Assert.InRange(curve.BulkModulus / CohenRule.BulkModulus(bond, ionicity), 0.667, 1.333);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(2.3, -0.1)]
    [InlineData(2.3, 3)]
    public void Refuses_what_the_rule_was_not_made_for(double bondLength, double ionicity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CohenRule.BulkModulus(bondLength, ionicity));
}
