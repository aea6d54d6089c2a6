using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

public sealed class LaminateTests
{
    [Fact]
    public void Shears_along_isotropic_layers_are_Voigts_mean_and_across_them_Reusss()
    {
        ElasticTensor[] phases = [ElasticTensor.Isotropic(70, 26), ElasticTensor.Isotropic(300, 130)];
        var layers = Laminate.Stiffness(phases, [0.25, 0.75], VoigtComponent.ZZ);
        Assert.Equal((0.25 * 26) + (0.75 * 130), layers[6, 6], 1e-9);
        Assert.Equal(1 / ((0.25 / 26) + (0.75 / 130)), layers[4, 4], 1e-9);
        Assert.Equal(layers[4, 4], layers[5, 5], 1e-9);
        Assert.Equal(1 / ((0.25 / phases[0][1, 1]) + (0.75 / phases[1][1, 1])), layers[3, 3], 1e-9);
    }

    /// <summary>The grid meets layers exactly: any symmetry of the phases, any contrast, any axis.</summary>
    [Theory]
    [InlineData(VoigtComponent.XX, 1)]
    [InlineData(VoigtComponent.YY, 1)]
    [InlineData(VoigtComponent.ZZ, 1)]
    [InlineData(VoigtComponent.XX, 1e4)]
    public void The_solver_finds_the_exact_stiffness(VoigtComponent normal, double contrast)
    {
        ElasticTensor[] phases = [Materials.Triclinic(1), Materials.Triclinic(2, 100 * contrast)];
        int Layer(double x, double y, double z) => (normal switch { VoigtComponent.XX => x, VoigtComponent.YY => y, _ => z }) < 0.375 ? 0 : 1;
        var body = Microstructure.Of(8, 8, 8, Layer, phases);
        var found = PeriodicElasticity.Homogenize(body, Materials.Exact);
        var exact = Laminate.Stiffness(phases, [0.375, 0.625], normal);
        Assert.InRange(Materials.Difference(found.Tensor, exact), 0, 1e-8);
        Assert.InRange(found.Residual, 0, 1e-10);
        Assert.True(found.Tensor.IsStable);
    }

    [Fact]
    public void Wrong_layers_are_refused()
    {
        var solid = ElasticTensor.Isotropic(1, 1);
        Assert.Contains("YZ", Assert.Throws<ArgumentException>(() => Laminate.Stiffness([solid], [1], VoigtComponent.YZ)).Message);
        Assert.Contains("sum is 1", Assert.Throws<ArgumentException>(() => Laminate.Stiffness([solid, solid], [0.5, 0.6], VoigtComponent.XX)).Message);
        Assert.Contains("Layer 1", Assert.Throws<ArgumentException>(() => Laminate.Stiffness([solid, ElasticTensor.Void], [0.5, 0.5], VoigtComponent.XX)).Message);
    }
}
