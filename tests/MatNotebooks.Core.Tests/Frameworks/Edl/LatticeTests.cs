using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Frameworks.Edl.Lattices;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

/// <summary>Equations 1 to 3 and the apex: hand-computed values and what must hold for any lattice.</summary>
public sealed class LatticeTests
{
    private static readonly EdlLayer[] Two = [EdlLayer.InferentialManifold, EdlLayer.GenerativeTraversal];

    // 16, 4 and 1 bytes of 16: compression 0, ½ and 1.
    private static readonly EmbedmentLattice Small = new(Two, 16, [16, 4, 1], new[,] { { 1, 0.9, 0.5 }, { 1, 0.6, 0.2 } });

    [Fact]
    public void Compression_counts_doublings_and_gradients_are_differences()
    {
        Assert.Equal([0, 0.5, 1], Small.Compressions);
        Assert.Equal([-0.1, -0.4], Small.FidelityGradient(1).Select(value => Math.Round(value, 12)));
        Assert.Equal([-0.1, -0.4], Small.FidelityGradient(0).Select(value => Math.Round(value, 12)));
        Assert.Equal(0.5, Small.CompressionGradient(2));
    }

    [Fact]
    public void Equation_1_is_the_coupling_times_the_difference_of_gradients()
    {
        var coupling = CouplingTensor.Of(new[,] { { 1, 0.5 }, { 0, 2 } });
        // λ = 2: drive = (2·−0.1 − 0.5, 2·−0.4 − 0.5) = (−0.7, −1.3).
        Assert.Equal([-1.35, -2.6], Small.Displacement(1, coupling, reciprocity: 2).Select(value => Math.Round(value, 12)));
        Assert.Contains("The drive has 1 layers", OperatorTests.Refusal(() => coupling.Apply([1])));
        Assert.Contains("1 × 2; it must be square", OperatorTests.Refusal(() => CouplingTensor.Of(new double[1, 2])));
    }

    [Fact]
    public void A_coupling_that_made_lattices_is_found_again_and_foretells_others()
    {
        var random = new Random(5);
        EmbedmentLattice[] lattices = [.. Enumerable.Range(0, 12).Select(_ => Made(CouplingTensor.Of(new[,] { { 0.5, 0.1 }, { 0.2, 0.3 } }), random))];
        var found = CouplingTensor.Fit(lattices[..8]);
        Assert.Equal(0.5, found[0, 0], 0.05);
        Assert.Equal(0.2, found[1, 0], 0.05);
        var forecast = FieldForecast.Of(found, lattices[8..]);
        Assert.True(forecast.Error < 0.3 * forecast.ErrorOfRepeating, forecast.ToString());
        Assert.True(forecast.SignShare > 0.95);
        Assert.Contains("no step to learn", OperatorTests.Refusal(() => CouplingTensor.Fit([])));
    }

    [Fact]
    public void Equation_2_accrues_erodes_and_is_found_again()
    {
        var accrual = new FidelityAccrual(0.1, 0.3);
        Assert.Equal(0.5 + 0.2 - 0.15, accrual.Next(0.5, 2, 0.5), 1e-12);
        Assert.Equal(1, accrual.Next(0.9, 9, 0));
        Assert.Equal(0, accrual.Next(0.1, 0, 1));
        Assert.Equal(0.5, accrual.Next(0.5, 1.5, accrual.Balance(1.5)), 1e-12);
        var steps = Enumerable.Range(0, 20).Select(step => (0.5, 0.5 + (0.1 * (step % 3)) - (0.3 * (step % 4) / 4.0), (double)(step % 3), (step % 4) / 4.0)).ToArray();
        var found = FidelityAccrual.Fit(steps);
        Assert.Equal((0.1, 0.3), (Math.Round(found.Learning, 4), Math.Round(found.Erosion, 4)));
        Assert.Contains("needs", OperatorTests.Refusal(() => FidelityAccrual.Fit([])).Replace("need ", "needs "));
    }

    [Fact]
    public void Equation_3_lies_between_nothing_and_the_range_of_compression() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), seed =>
        {
            var lattice = Any(new Random(seed));
            return lattice.Kernel() > 0 && lattice.Kernel() <= lattice.Compressions[^1] - lattice.Compressions[0] + 1e-12
                && Math.Abs(lattice.Kernel(3) - (3 * lattice.Kernel())) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equation_3_is_greatest_where_fidelity_is_compression()
    {
        var equal = new EmbedmentLattice([Two[0]], 16, [16, 4, 1], new[,] { { 0, 0.5, 1 } });
        Assert.Equal(1, equal.Kernel(), 1e-12);
        // F − C = 1, 0.4, −0.5: by hand ½(e⁻¹ + e⁻⁰·⁴)/2 + ½(e⁻⁰·⁴ + e⁻⁰·⁵)/2.
        var other = new EmbedmentLattice([Two[0]], 16, [16, 4, 1], new[,] { { 1, 0.9, 0.5 } });
        Assert.Equal(((Math.Exp(-1) + Math.Exp(-0.4)) / 4) + ((Math.Exp(-0.4) + Math.Exp(-0.5)) / 4), other.Kernel(), 1e-12);
    }

    [Fact]
    public void The_apex_is_no_worse_than_any_level_and_asks_for_more_bytes_the_more_fidelity_is_worth() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), seed =>
        {
            var lattice = Any(new Random(seed));
            var bytes = new[] { 0.01, 0.5, 1, 2, 8, 100 }.Select(worth => ApexEquilibrium.Of(lattice, worth)).ToArray();
            var one = ApexEquilibrium.Of(lattice);
            return bytes.Zip(bytes.Skip(1)).All(pair => pair.Second.Bytes >= pair.First.Bytes)
                && Enumerable.Range(0, lattice.Bytes.Count).All(level => lattice.At(level).Average() + lattice.Compressions[level] <= one.Fidelity + one.Compression + 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Impossible_lattices_are_refused()
    {
        Assert.Contains("levels must fall", OperatorTests.Refusal(() => new EmbedmentLattice([Two[0]], 16, [4, 16], new double[1, 2])));
        Assert.Contains("fidelity NaN", OperatorTests.Refusal(() => new EmbedmentLattice([Two[0]], 16, [16, 4], new[,] { { 1, double.NaN } })));
        Assert.Contains("1 × 3 fidelities for 1 layers and 2 levels", OperatorTests.Refusal(() => new EmbedmentLattice([Two[0]], 16, [16, 4], new double[1, 3])));
        Assert.Contains("λ is 0", OperatorTests.Refusal(() => ApexEquilibrium.Of(Small, 0)));
        Assert.Contains("1 weights for 2 layers", OperatorTests.Refusal(() => ApexEquilibrium.Of(Small, 1, [1])));
    }

    private static EmbedmentLattice Any(Random random)
    {
        int[] bytes = [.. new[] { 256, 128, 64, 32, 16, 8, 4, 2, 1 }.Where(_ => random.NextDouble() < 0.7).Append(1).Prepend(256).Distinct()];
        var fidelities = new double[3, bytes.Length];
        for (var layer = 0; layer < 3; layer++)
            for (var level = 0; level < bytes.Length; level++) fidelities[layer, level] = random.NextDouble();
        return new([EdlLayer.InferentialManifold, EdlLayer.GenerativeTraversal, EdlLayer.FeedbackReticulum], 256, bytes, fidelities);
    }

    // A lattice whose every next level is what Eq. 1 says, but for a little noise.
    private static EmbedmentLattice Made(CouplingTensor coupling, Random random)
    {
        int[] bytes = [256, 128, 64, 32, 16, 8];
        var fidelities = new double[2, bytes.Length];
        for (var layer = 0; layer < 2; layer++) (fidelities[layer, 0], fidelities[layer, 1]) = (1, 1 - (0.4 * random.NextDouble()));
        for (var level = 1; level + 1 < bytes.Length; level++)
        {
            var change = new EmbedmentLattice(Two, 256, bytes, fidelities).Displacement(level, coupling);
            for (var layer = 0; layer < 2; layer++) fidelities[layer, level + 1] = fidelities[layer, level] + change[layer] + (0.002 * random.NextDouble());
        }
        return new(Two, 256, bytes, fidelities);
    }
}
