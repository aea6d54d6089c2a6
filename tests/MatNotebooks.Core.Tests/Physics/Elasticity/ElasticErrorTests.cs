using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

public sealed class ElasticErrorTests
{
    private static readonly ElasticTensor Solid = ElasticTensor.Isotropic(100, 50);

    [Fact]
    public void Too_few_iterations_are_an_error_that_says_how_far_it_came()
    {
        var body = Materials.Random(8, 8, 1, Solid, ElasticTensor.Isotropic(1e4, 5e3));
        var late = Assert.Throws<ElasticConvergenceException>(
            () => PeriodicElasticity.Solve(body, MeanLoad.OfStrain(new(0.01, 0, 0, 0, 0, 0)), new() { MostIterations = 2 }));
        Assert.Equal(2, late.Reached.Iterations);
        Assert.InRange(late.Reached.Residual, 1e-6, 1);
        Assert.Contains("After 2 iterations", late.Message);
        Assert.Throws<ElasticConvergenceException>(() => PeriodicElasticity.Homogenize(body, new() { MostIterations = 2 }));
    }

    [Fact]
    public void Wrong_bodies_are_refused()
    {
        Refused("Phase 1 is not positive definite", () => new Microstructure(new int[2, 2], [Solid, ElasticTensor.Cubic(100, 110, 50)]));
        Refused("There is no phase", () => new Microstructure(new int[2, 2], []));
        Refused("Voxel (1, 0, 0) names phase 2; the phases given are 0 to 0", () => new Microstructure(new[,] { { 0 }, { 2 } }, [Solid]));
        Refused("0 × 3 × 1", () => new Microstructure(new int[0, 3], [Solid]));
        Refused("each must be greater than 0", () => new Microstructure(new int[2, 2], [Solid], new VoxelSize(1, 0, 1)));
        Refused("Every voxel is a pore", () => PeriodicElasticity.Solve(new(new int[2, 2], [ElasticTensor.Void]), MeanLoad.OfStrain(default)));
    }

    [Fact]
    public void Wrong_loads_options_and_places_are_refused()
    {
        var body = new Microstructure(new int[2, 2], [Solid]);
        Refused("not finite", () => MeanLoad.OfStrain(new(double.NaN, 0, 0, 0, 0, 0)));
        Refused("1e-11 to 0.01", () => PeriodicElasticity.Solve(body, MeanLoad.OfStrain(default), new() { Tolerance = 0 }));
        Refused("Iterations must be 1 or more", () => PeriodicElasticity.Homogenize(body, new() { MostIterations = 0 }));
        Refused("Threads must be 1 or more", () => PeriodicElasticity.Homogenize(body, new() { Threads = 0 }));
        var solution = PeriodicElasticity.Solve(body, MeanLoad.OfStrain(default));
        Refused("outside the grid of 2 × 2 × 1", () => solution.Stress[VoigtComponent.XX, 2, 0].ToString());
        Refused("outside the grid of 2 × 2 × 1", () => solution.EnergyDensityLayer(1));
        Refused("greater than 0 GPa", () => ElasticTensor.Isotropic(100, 0));
    }

    [Fact]
    public void A_cancelled_solution_ends()
    {
        var body = Materials.Random(8, 8, 1, Solid, ElasticTensor.Isotropic(1e4, 5e3));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => PeriodicElasticity.Solve(body, MeanLoad.OfStrain(new(0.01, 0, 0, 0, 0, 0)), null, cancelled.Token));
    }

    private static void Refused(string part, Func<object> act) => Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(act).Message);
}
