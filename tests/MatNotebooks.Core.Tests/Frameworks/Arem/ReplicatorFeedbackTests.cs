using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

public sealed class ReplicatorFeedbackTests
{
    private static readonly LayerUtility[] Utilities = [new LogarithmicUtility(1, 2), new LogarithmicUtility(3, 4), new SaturatingUtility(8, 40)];

    [Fact]
    public void It_comes_to_rest_at_the_equilibrium_from_anywhere()
    {
        var rest = Equilibrium.Of(Utilities, 64);
        var random = new Random(1);
        for (var start = 0; start < 6; start++)
        {
            double[] cores = [random.NextDouble(), random.NextDouble(), random.NextDouble()];
            BudgetSum.Restore(cores, 64);
            for (var step = 0; step < 8000; step++)
                ReplicatorFeedback.Step(cores, [.. Utilities.Select((utility, layer) => utility.Marginal(cores[layer]))], 0.5);
            Assert.All(cores.Zip(rest.Cores), pair => Assert.Equal(pair.Second, pair.First, 6));
            Assert.Equal(64, cores.Sum(), 12);
        }
    }

    [Fact]
    public void The_sum_is_kept_to_rounding_over_a_hundred_thousand_steps()
    {
        double[] cores = [1, 2, 13];
        var random = new Random(2);
        for (var step = 0; step < 100_000; step++)
            ReplicatorFeedback.Step(cores, [random.NextDouble(), random.NextDouble(), random.NextDouble()], 0.1);
        Assert.Equal(16, cores.Sum(), 12);
        Assert.All(cores, share => Assert.True(share >= 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Late_telemetry_is_borne_below_the_derived_limit_and_not_above(int late)
    {
        var rest = Equilibrium.Of(Utilities, 64);
        var limit = ReplicatorFeedback.GreatestStep(late) / ReplicatorFeedback.Rate(Utilities, rest.Cores, gain: 1);
        Assert.True(Departure(rest.Cores, late, 0.97 * limit) < 1e-5, "it does not come to rest below the limit");
        Assert.True(Departure(rest.Cores, late, 1.03 * limit) > 1e-4, "it comes to rest above the limit");
    }

    [Fact]
    public void Many_small_steps_meet_the_limit_of_continuous_delay()
    {
        // λΔt of late = τ/Δt steps, times τ/Δt, is λτ < π/2.
        Assert.Equal(Math.PI / 2, ReplicatorFeedback.GreatestStep(100_000) * 100_000, 4);
        Assert.Equal(Math.PI / 2 / 0.7, ReplicatorFeedback.LongestDelay(0.7), 12);
        Assert.Equal(2, ReplicatorFeedback.GreatestStep(0), 12);
    }

    private static double Departure(IReadOnlyList<double> rest, int late, double stride)
    {
        double[] cores = [rest[0] + 1e-3, rest[1] - 1e-3, rest[2]];
        var heard = new Queue<double[]>(Enumerable.Range(0, late + 1).Select(_ => cores.ToArray()));
        for (var step = 0; step < 1200 * (late + 1); step++)
        {
            var seen = heard.Dequeue();
            ReplicatorFeedback.Step(cores, [.. Utilities.Select((utility, layer) => utility.Marginal(seen[layer]))], stride);
            heard.Enqueue([.. cores]);
        }
        return rest.Select((there, layer) => Math.Abs(there - cores[layer])).Max();
    }
}
