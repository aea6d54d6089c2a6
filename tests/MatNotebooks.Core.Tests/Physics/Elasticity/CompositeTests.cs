using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

/// <summary>What is known of mixtures, pores and inclusions.</summary>
public sealed class CompositeTests
{
    private static readonly ElasticTensor Matrix = ElasticTensor.Isotropic(70, 26);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 40)]
    public void Random_mixtures_lie_within_Hashin_and_Shtrikmans_bounds(int seed, double contrast)
    {
        var body = Materials.Random(16, 16, seed, Matrix, ElasticTensor.Isotropic(70 * contrast, 26 * contrast));
        var found = PeriodicElasticity.Homogenize(body, new() { Tolerance = 1e-5 }).Tensor;
        var bounds = HashinShtrikman.Of([70, 70 * contrast], [26, 26 * contrast], body.Fractions);
        Assert.InRange(found.BulkModulus, bounds.BulkLower, bounds.BulkUpper);
        Assert.InRange(found.ShearModulus, bounds.ShearLower, bounds.ShearUpper);
    }

    [Fact]
    public void Hashin_and_Shtrikmans_bounds_are_the_two_phase_formulas()
    {
        var bounds = HashinShtrikman.Of([10, 40], [5, 20], [0.7, 0.3]);
        Assert.Equal(10 + (0.3 / ((1 / 30.0) + (3 * 0.7 / (30 + (4 * 5.0))))), bounds.BulkLower, 1e-9);
        Assert.Equal(40 + (0.7 / ((1 / -30.0) + (3 * 0.3 / (120 + (4 * 20.0))))), bounds.BulkUpper, 1e-9);
        Assert.Equal(5 + (0.3 / ((1 / 15.0) + (6 * 0.7 * 20 / (5 * 5 * (30 + (4 * 5.0)))))), bounds.ShearLower, 1e-9);
        Assert.Equal(0, HashinShtrikman.Of([10, 0], [5, 0], [0.7, 0.3]).BulkLower);
        Assert.Contains("sum is 1", Assert.Throws<ArgumentException>(() => HashinShtrikman.Of([1, 2], [1, 2], [0.5, 0.4])).Message);
    }

    /// <summary>
    /// A sphere far from its images: the strain within is Eshelby's, in surroundings whose strain the sphere changes a little, and the stiffness
    /// is that of a suspension, which Hashin and Shtrikman's bound is.
    /// </summary>
    [Theory]
    [InlineData(700, 260)]
    [InlineData(7, 2.6)]
    public void A_small_sphere_strains_as_Eshelbys(double bulk, double shear)
    {
        var body = Materials.Ball(32, 32, 0.2, Matrix, ElasticTensor.Isotropic(bulk, shear));
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(new(0.01, 0.01, 0.01, 0, 0, 0)), new() { Tolerance = 1e-5 });
        var dilute = ((3 * 70) + (4 * 26)) / ((3 * bulk) + (4 * 26.0)); // J. D. Eshelby, Proc. R. Soc. A 241, 376 (1957)
        var share = dilute / (body.Fractions[0] + (body.Fractions[1] * dilute));
        Assert.InRange(solution.Strain[VoigtComponent.XX, 16, 16, 16] / (0.01 * share), 0.93, 1.07);
        var bounds = HashinShtrikman.Of([70, bulk], [26, shear], body.Fractions);
        Assert.InRange(solution.MeanStress.XX / 0.03 / (bulk > 70 ? bounds.BulkLower : bounds.BulkUpper), 0.995, 1.005);
    }

    [Fact]
    public void A_finer_grid_comes_nearer()
    {
        double[] moduli = [.. new[] { 8, 16, 32, 64 }.Select(size => Shear(size))];
        var errors = moduli.SkipLast(1).Select(modulus => Math.Abs(modulus - moduli[^1])).ToArray();
        Assert.True(errors[1] < 0.7 * errors[0] && errors[2] < 0.7 * errors[1], string.Join(", ", moduli));

        // A square inclusion, whose outline every one of the grids meets.
        static double Shear(int size)
        {
            var body = Microstructure.Of(size, size, 1, (x, y, _) => Math.Max(Math.Abs(x - 0.5), Math.Abs(y - 0.5)) < 0.25 ? 1 : 0, [Matrix, ElasticTensor.Isotropic(700, 260)]);
            return PeriodicElasticity.Solve(body, MeanLoad.OfStrain(VoigtVector.Unit(VoigtComponent.XY))).MeanStress.XY;
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(1)]
    public void Pores_converge_and_bear_nothing(int depth)
    {
        var body = Materials.Ball(16, depth, 0.3, Matrix, ElasticTensor.Void);
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(new(0.01, 0.01, depth == 1 ? 0 : 0.01, 0, 0, 0)), new() { Tolerance = 1e-8 });
        Assert.InRange(solution.Convergence.Iterations, 3, 150);
        Assert.Equal(0, solution.Stress[VoigtComponent.XX, 8, 8, depth / 2]);
        Assert.InRange(solution.MeanStress.XX, 0.01, 3 * 70 * 0.01 * body.Fractions[0]);
        Assert.Equal(solution.MeanStress.Dot(solution.MeanStrain) / 2, solution.StrainEnergyDensity, 1e-9);
    }

    [Fact]
    public void A_body_cut_in_two_bears_strain_along_the_cut_only()
    {
        var body = Microstructure.Of(8, 4, 4, (x, _, _) => x < 0.25 ? 1 : 0, [Matrix, ElasticTensor.Void]);
        var found = PeriodicElasticity.Homogenize(body, Materials.Exact).Tensor;
        Assert.Equal(0, found[1, 1], 1e-5);
        Assert.Equal(0, found[6, 6], 1e-5);
        Assert.Equal(0.75 * 26, found[4, 4], 1e-6);
        Assert.Equal(0.75 * 4 * 26 * ((3 * 70) + 26) / ((3 * 70) + (4.0 * 26)), found[2, 2], 1e-5); // plane stress: E / (1 − ν²)
        var cut = Assert.Throws<ElasticConvergenceException>(() => PeriodicElasticity.Solve(body, MeanLoad.OfStress(new(1, 0, 0, 0, 0, 0))));
        Assert.Contains("Nothing bears the load", cut.Message);
    }
}
