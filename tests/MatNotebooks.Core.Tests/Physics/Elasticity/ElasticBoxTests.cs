using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

public sealed class ElasticBoxTests
{
    private static readonly ElasticTensor Steel = ElasticTensor.Isotropic(160, 80);
    private static readonly double Young = 9.0 * 160 * 80 / ((3 * 160) + 80);

    /// <summary>The patch test: points on the surface moved as an even strain moves them.</summary>
    [Fact]
    public void An_even_strain_on_the_surface_is_even_within()
    {
        var phase = Materials.Triclinic(1);
        var body = new Microstructure(new int[4, 3, 5], [phase], new VoxelSize(1, 0.5, 2));
        var strain = new VoigtVector(0.01, -0.02, 0.005, 0.004, -0.006, 0.008);
        var box = Enum.GetValues<BoxFace>().Aggregate(new ElasticBox(body), (held, face) => held.HoldPoints(face, Moved));
        var solution = box.Solve(Materials.Exact);
        foreach (var component in Enum.GetValues<VoigtComponent>())
        {
            Assert.Equal(strain[component], solution.Strain[component, 1, 1, 2], 1e-9);
            Assert.Equal(phase.Stress(strain)[component], solution.Stress[component, 3, 2, 4], 1e-7);
        }
        Assert.Equal(phase.EnergyDensity(strain) * 60, solution.StrainEnergy, 1e-8);

        Held Moved(double x, double y, double z) => new(
            (strain.XX * x) + (strain.XY * y / 2) + (strain.XZ * z / 2),
            (strain.XY * x / 2) + (strain.YY * y) + (strain.YZ * z / 2),
            (strain.XZ * x / 2) + (strain.YZ * y / 2) + (strain.ZZ * z));
    }

    [Fact]
    public void A_bar_that_is_pulled_lengthens_by_Youngs_modulus_and_its_holder_pulls_back()
    {
        var body = new Microstructure(new int[6, 2, 2], [Steel], new VoxelSize(2, 1, 1));
        var solution = Rollers(body).Pull(BoxFace.XMax, new(0.5, 0, 0)).Solve(Materials.Exact);
        Assert.Equal(0.5 / Young * 12, solution.Displacement(6, 1, 1).X, 1e-8);
        Assert.Equal(0.5, solution.Stress[VoigtComponent.XX, 3, 1, 0], 1e-8);
        Assert.Equal(0, solution.Stress[VoigtComponent.YY, 3, 1, 0], 1e-8);
        Assert.Equal(-0.5 * 4, solution.Reaction(BoxFace.XMin).X, 1e-8);
        Assert.Equal(0.5 * 0.5 / Young * 48 / 2, solution.StrainEnergy, 1e-8);
        Assert.Equal(-solution.StrainEnergy, solution.PotentialEnergy, 1e-8); // Clapeyron
    }

    [Fact]
    public void A_bar_hangs_by_its_weight()
    {
        var cork = ElasticTensor.Isotropic(10 / 3.0, 5); // Poisson's ratio 0, Young's modulus 10 GPa: every section moves as one
        var body = new Microstructure(new int[8, 2, 1], [cork]);
        var solution = new ElasticBox(body).Hold(BoxFace.XMin, Held.Still).WithBodyForce(new(0.02, 0, 0)).Solve(Materials.Exact);
        for (var x = 0; x <= 8; x++) Assert.Equal(0.02 / 10 * ((8 * x) - (x * x / 2.0)), solution.Displacement(x, 1, 0).X, 1e-8);
        Assert.Equal(-0.02 * 16, solution.Reaction(BoxFace.XMin).X, 1e-8);
    }

    [Fact]
    public void Layers_across_the_load_share_the_stress()
    {
        ElasticTensor[] phases = [Steel, ElasticTensor.Isotropic(20, 10)];
        var body = Microstructure.Of(8, 2, 2, (x, _, _) => x < 0.25 ? 1 : 0, phases);
        var box = Rollers(body).Hold(BoxFace.YMax, new(Y: 0)).Hold(BoxFace.ZMax, new(Z: 0)).Hold(BoxFace.XMax, new(X: 0.08));
        var solution = box.Solve(Materials.Exact);
        var exact = Laminate.Stiffness(phases, [0.75, 0.25], VoigtComponent.XX);
        Assert.Equal(exact[1, 1] * 0.01, solution.Stress[VoigtComponent.XX, 0, 0, 0], 1e-7);
        Assert.Equal(solution.Stress[VoigtComponent.XX, 0, 0, 0], solution.Stress[VoigtComponent.XX, 7, 1, 1], 1e-7);
        Assert.Equal(exact[1, 1] * 0.01 * 4, solution.Reaction(BoxFace.XMax).X, 1e-6);
    }

    [Fact]
    public void A_beam_bends_as_Timoshenkos()
    {
        var (length, depth) = (16.0, 2.0);
        var body = new Microstructure(new int[64, 8, 1], [ElasticTensor.Isotropic(100 / 3.0, 50)], new VoxelSize(0.25, 0.25, 0.25)); // E 100, Poisson's ratio 0
        var solution = new ElasticBox(body).Hold(BoxFace.XMin, Held.Still).Pull(BoxFace.XMax, new(0, 0.01, 0)).Solve(new() { Tolerance = 1e-8, Threads = 1 });
        var force = 0.01 * depth;
        var expected = (force * Math.Pow(length, 3) / (3 * 100 * Math.Pow(depth, 3) / 12)) + (force * length / (5.0 / 6 * 50 * depth));
        Assert.InRange(solution.Displacement(64, 4, 0).Y / expected, 0.98, 1.005);
    }

    [Fact]
    public void Pores_bear_nothing_and_threads_do_not_matter()
    {
        var body = Materials.Ball(8, 8, 0.3, Steel, ElasticTensor.Void);
        var (one, two) = (Stretched(1), Stretched(2));
        Assert.Equal(0, one.Stress[VoigtComponent.XX, 4, 4, 4]);
        Assert.InRange(one.Reaction(BoxFace.XMax).X, 0.1 * Young * 0.08, 0.08 * Young * body.Fractions[0]);
        Assert.Equal(one.StrainEnergy, two.StrainEnergy, 1e-9);
        Assert.Equal(0, one.Reaction(BoxFace.XMax).X + one.Reaction(BoxFace.XMin).X, 1e-6);

        BoxSolution Stretched(int threads) =>
            Rollers(body).Hold(BoxFace.XMax, new(X: 0.01)).Solve(new() { Tolerance = 1e-9, Threads = threads });
    }

    [Fact]
    public void Boxes_that_have_no_answer_are_refused()
    {
        var body = new Microstructure(new int[2, 2, 2], [Steel]);
        Refused("shift along", new ElasticBox(body).Pull(BoxFace.XMax, new(1, 0, 0)));
        Refused("turn about x", new ElasticBox(body).HoldPoints(BoxFace.XMin, Middle).HoldPoints(BoxFace.XMax, Middle));
        Refused("must be finite", Rollers(body).Hold(BoxFace.XMax, new(X: double.NaN)));
        Refused("traction on XMax", Rollers(body).Pull(BoxFace.XMax, new(double.PositiveInfinity, 0, 0)));
        Refused("Every voxel is a pore", Rollers(new(new int[2, 2], [ElasticTensor.Void])));
        Assert.Throws<ElasticConvergenceException>(() => Rollers(body).Pull(BoxFace.XMax, new(1, 0, 0)).Solve(new() { MostIterations = 1, Tolerance = 1e-9 }));
        Assert.Contains("3 × 3 × 3 corners", Assert.Throws<ArgumentOutOfRangeException>(() => Rollers(body).Solve().Displacement(3, 0, 0)).Message);

        static Held Middle(double x, double y, double z) => y == 1 && z == 1 ? Held.Still : default;
    }

    private static ElasticBox Rollers(Microstructure body) =>
        new ElasticBox(body).Hold(BoxFace.XMin, new(X: 0)).Hold(BoxFace.YMin, new(Y: 0)).Hold(BoxFace.ZMin, new(Z: 0));

    private static void Refused(string part, ElasticBox box) => Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(() => box.Solve()).Message);
}
