using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Physics;
using MatNotebooks.Quantities;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class EquationOfStateTests
{
    private static readonly BirchMurnaghan Silicon = new(40, -10.8, 88, 4.1);
    private static readonly double[] Volumes = [34, 36, 38, 40, 42, 44, 46];

    [Fact]
    public void Energies_of_a_curve_give_the_curve_back() =>
        Prop.ForAll(
            (from volume in Gen.Choose(8, 300)
             from energy in Gen.Choose(-60, 20)
             from bulk in Gen.Choose(2, 450)
             from derivative in Gen.Choose(25, 70)
             select new BirchMurnaghan(volume, energy, bulk, derivative / 10.0)).ToArbitrary(),
            curve =>
            {
                double[] volumes = [.. new[] { 1.07, 0.85, 0.92, 0.99, 1.15 }.Select(share => share * curve.Volume)];
                var fit = EquationOfState.Fit(volumes, [.. volumes.Select(curve.EnergyAt)]);
                Assert.Equal(curve.Volume, fit.Curve.Volume, 1e-6 * curve.Volume);
                Assert.Equal(curve.Energy, fit.Curve.Energy, 1e-7);
                Assert.Equal(curve.BulkModulus, fit.Curve.BulkModulus, 1e-4 * curve.BulkModulus);
                Assert.Equal(curve.BulkModulusDerivative, fit.Curve.BulkModulusDerivative, 1e-3);
                Assert.True(fit.Residual < 1e-8);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_curve_of_the_octet_table_agrees_with_ase()
    {
        var expected = OctetCurves.AseFits();
        Assert.Equal(OctetCurves.Shipped.Keys.Order(), expected.Keys.Order());
        foreach (var (curve, ase) in expected)
        {
            var (volumes, energies) = OctetCurves.Shipped[curve];
            var fit = EquationOfState.Fit(volumes, energies);
            Assert.Equal(ase.Volume, fit.Curve.Volume, 1e-4);
            Assert.Equal(ase.Energy, fit.Curve.Energy, 1e-5);
            Assert.Equal(ase.BulkModulus, fit.Curve.BulkModulus, 2e-3);
            Assert.Equal(ase.BulkModulusDerivative, fit.Curve.BulkModulusDerivative, 1e-3);
        }
    }

    [Fact]
    public void Pressure_is_the_falling_slope_of_the_energy()
    {
        foreach (var volume in Volumes)
        {
            const double h = 1e-4;
            var slope = (Silicon.EnergyAt(volume + h) - Silicon.EnergyAt(volume - h)) / (2 * h);
            Assert.Equal(-slope / Units.GigaPascal, Silicon.PressureAt(volume), 1e-5);
        }
        Assert.Equal(0, Silicon.PressureAt(Silicon.Volume));
    }

    [Fact]
    public void The_lattice_constant_keeps_the_shape_of_the_cell()
    {
        var fit = EquationOfState.Fit(Volumes, [.. Volumes.Select(Silicon.EnergyAt)]);
        Assert.Equal(Math.Cbrt(160), fit.LatticeConstant(Lattice.Cubic(5)) * Math.Cbrt(4), 1e-6);
        Assert.Equal(Prototype.LatticeConstant(fit.Curve.Volume) / Math.Sqrt(2), fit.LatticeConstant(Prototype.PrimitiveLattice(5)), 1e-9);
    }

    [Fact]
    public void Noise_shows_in_the_residual()
    {
        double[] noisy = [.. Volumes.Select((volume, i) => Silicon.EnergyAt(volume) + (i % 2 == 0 ? 0.01 : -0.01))];
        Assert.InRange(EquationOfState.Fit(Volumes, noisy).Residual, 0.004, 0.01);
    }

    [Theory]
    [InlineData(new double[] { 41, 42, 43, 44, 45 }, "smallest volume, 41 Å³")]
    [InlineData(new double[] { 34, 35, 36, 37, 38 }, "largest volume, 38 Å³")]
    [InlineData(new double[] { 39, 40, 41 }, "3 different volumes")]
    [InlineData(new double[] { 39, 40, 41, 41, 40 }, "3 different volumes")]
    [InlineData(new double[] { 39, -40, 41, 42 }, "Point 2 is -40 Å³")]
    public void A_fit_is_refused_where_the_points_do_not_carry_it(double[] volumes, string reason)
    {
        double[] energies = [.. volumes.Select(volume => Silicon.EnergyAt(Math.Abs(volume)))];
        Assert.False(EquationOfState.TryFit(volumes, energies, out var fit, out var refusal));
        Assert.Null(fit);
        Assert.Contains(reason, refusal);
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => EquationOfState.Fit(volumes, energies)).Message);
    }

    [Fact]
    public void Energies_that_are_not_finite_or_too_few_are_refused()
    {
        Assert.False(EquationOfState.TryFit([38, 39, 40, 41], [1, double.NaN, 0, 1], out _, out var notFinite));
        Assert.Contains("Point 2", notFinite);
        Assert.False(EquationOfState.TryFit([38, 39, 40, 41], [1, 0, 1], out _, out var tooFew));
        Assert.Contains("4 volumes and 3 energies", tooFew);
    }

    [Theory]
    [InlineData(new double[] { 2, 1, 5, 5, 3, 5, 8 }, "fit no curve with a minimum")]
    [InlineData(new double[] { 0, 2, 3, -0.001, 3, 2, 0.5 }, "lies outside the computed volumes")]
    public void A_low_point_that_the_others_do_not_follow_is_refused(double[] energies, string reason)
    {
        Assert.False(EquationOfState.TryFit(Volumes, energies, out _, out var refusal));
        Assert.Contains(reason, refusal);
    }
}
