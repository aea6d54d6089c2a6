using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

public sealed class PeriodicElasticityTests
{
    private static readonly VoigtVector Strain = new(0.01, -0.004, 0.002, 0.003, -0.006, 0.008);

    [Fact]
    public void An_even_body_strains_evenly()
    {
        var phase = Materials.Triclinic(3);
        var solution = PeriodicElasticity.Solve(new(new int[5, 4, 3], [phase]), MeanLoad.OfStrain(Strain));
        foreach (var component in Enum.GetValues<VoigtComponent>())
        {
            Assert.Equal(Strain[component], solution.Strain[component, 4, 3, 2], 1e-15);
            Assert.Equal(phase.Stress(Strain)[component], solution.Stress[component, 0, 1, 2], 1e-12);
        }
        Assert.Equal(phase.EnergyDensity(Strain), solution.StrainEnergyDensity, 1e-14);
        Assert.Equal(0, solution.Convergence.Iterations);
        Assert.Equal(solution.StrainEnergyDensity * 60, solution.StrainEnergy, 1e-12);
    }

    /// <summary>The same grid written down as a matrix, every shape function by itself, solved by a dense decomposition.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_fields_are_those_of_the_assembled_matrix(bool porous)
    {
        var random = new Random(5);
        var phases = new int[4, 3, 3];
        for (var i = 0; i < 36; i++) phases[i % 4, i / 4 % 3, i / 12] = random.Next(3);
        var body = new Microstructure(
            phases, [Materials.Triclinic(1), Materials.Triclinic(2, 900), porous ? ElasticTensor.Void : Materials.Triclinic(3)], new VoxelSize(1, 0.7, 1.3));
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(Strain), Materials.Exact);
        var expected = DenseGrid.Stress(body, Strain);
        for (var voxel = 0; voxel < body.VoxelCount; voxel++)
            foreach (var component in Enum.GetValues<VoigtComponent>())
                Assert.Equal(expected[voxel][component], solution.Stress.Component(component)[voxel], 1e-7);
    }

    [Fact]
    public void Energy_is_half_of_mean_stress_times_mean_strain()
    {
        var body = Materials.Random(8, 8, 1, Materials.Triclinic(1), Materials.Triclinic(2, 500), Materials.Triclinic(3, 20));
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(Strain), Materials.Exact);
        Assert.Equal(solution.MeanStress.Dot(Strain) / 2, solution.StrainEnergyDensity, 1e-10);
        Assert.Equal(0, solution.Strain.Mean.XY - Strain.XY, 1e-14);
        Assert.InRange(solution.Convergence.Residual, 1e-16, 1e-10);
        Assert.Equal(solution.Stress[VoigtComponent.XZ, 3, 5, 2], solution.Stress.Layer(VoigtComponent.XZ, 2)[5, 3]);
        Assert.Contains($"after {solution.Convergence.Iterations} iterations", solution.ToString());
        Assert.Equal(solution.StrainEnergyDensity, solution.EnergyDensityLayer(0).Cast<double>().Concat(Enumerable.Range(1, 7)
            .SelectMany(z => solution.EnergyDensityLayer(z).Cast<double>())).Average(), 1e-12);
    }

    [Fact]
    public void The_effective_stiffness_is_symmetric_and_stable_and_tells_every_load()
    {
        var body = Materials.Random(8, 4, 2, Materials.Triclinic(4), Materials.Triclinic(5, 2000));
        var effective = PeriodicElasticity.Homogenize(body, Materials.Exact);
        Assert.InRange(effective.Tensor.Asymmetry / effective.Tensor[1, 1], 0, 1e-7);
        Assert.True(effective.Tensor.IsStable);
        Assert.Equal(effective.Convergence.Sum(load => load.Iterations), effective.Iterations);
        Assert.InRange(effective.Residual, 1e-16, 1e-10);
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(Strain), Materials.Exact);
        Assert.Equal(effective.Tensor.EnergyDensity(Strain), solution.StrainEnergyDensity, 1e-8);
        Assert.Equal(effective.Tensor.Stress(Strain).YZ, solution.MeanStress.YZ, 1e-7);
    }

    [Fact]
    public void A_prescribed_mean_stress_is_met_and_the_strain_is_that_of_the_effective_stiffness()
    {
        var body = Materials.Random(6, 6, 3, Materials.Triclinic(6), Materials.Triclinic(7, 700));
        var load = MeanLoad.OfStress(new(0.3, 0, 0, -0.1, 0, 0)).WithStrain(VoigtComponent.YY, 0.002);
        var solution = PeriodicElasticity.Solve(body, load, Materials.Exact);
        Assert.Equal((0.3, -0.1), (Math.Round(solution.MeanStress.XX, 9), Math.Round(solution.MeanStress.YZ, 9)));
        Assert.Equal(0, solution.MeanStress.ZZ, 1e-9);
        Assert.Equal(0.002, solution.MeanStrain.YY, 1e-15);
        var told = PeriodicElasticity.Homogenize(body, Materials.Exact).Tensor.Stress(solution.MeanStrain);
        foreach (var component in Enum.GetValues<VoigtComponent>()) Assert.Equal(solution.MeanStress[component], told[component], 1e-7);
    }

    [Fact]
    public void Pulling_an_isotropic_bar_shows_Youngs_modulus_and_Poissons_ratio()
    {
        var body = new Microstructure(new int[4, 4], [ElasticTensor.Isotropic(160, 80)]);
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStress(default).WithStrain(VoigtComponent.XX, 0.01));
        Assert.Equal(9.0 * 160 * 80 / ((3 * 160) + 80) * 0.01, solution.MeanStress.XX, 1e-9);
        Assert.Equal(-0.01 * ((3 * 160) - (2 * 80)) / (2 * ((3 * 160) + 80)), solution.MeanStrain.YY, 1e-12);
    }

    [Fact]
    public void A_plane_is_a_body_that_does_not_change_along_z()
    {
        ElasticTensor[] phases = [Materials.Triclinic(1), Materials.Triclinic(2, 1000)];
        var pixels = new int[6, 5];
        var voxels = new int[6, 5, 4];
        var random = new Random(8);
        for (var x = 0; x < 6; x++)
        {
            for (var y = 0; y < 5; y++)
            {
                pixels[x, y] = random.Next(2);
                for (var z = 0; z < 4; z++) voxels[x, y, z] = pixels[x, y];
            }
        }
        var (plane, space) = (PeriodicElasticity.Homogenize(new(pixels, phases), Materials.Exact), PeriodicElasticity.Homogenize(new(voxels, phases), Materials.Exact));
        Assert.InRange(Materials.Difference(plane.Tensor, space.Tensor), 0, 1e-8);
    }

    [Fact]
    public void One_thread_and_several_find_the_same()
    {
        var body = Materials.Random(6, 6, 9, Materials.Triclinic(1), Materials.Triclinic(2));
        var (one, several) = (Of(1), Of(3));
        Assert.Equal(one, several, 1e-12);

        double Of(int threads) => PeriodicElasticity.Solve(body, MeanLoad.OfStrain(Strain), new() { Threads = threads }).StrainEnergyDensity;
    }
}
