using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

public sealed class FeasibilityTests
{
    private static readonly double[] Odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 0, 1e300, 1e-300, 1, 17.5];

    [Fact]
    public void Whatever_it_hears_what_is_divided_is_the_budget()
    {
        var said = new HashSet<string>();
        Parallel.For(0, 100_000, () => new HashSet<string>(), (scenario, _, heard) =>
        {
            heard.UnionWith(Run(scenario));
            return heard;
        }, heard =>
        {
            lock (said) said.UnionWith(heard);
        });
        string[] wanted = ["Unreadable", "Twice", "ClockBackwards", "CostNotBelieved", "budget", "budget left", "clock", "uncertainty", "expected hits"];
        Assert.Empty(wanted.Except(said));
    }

    [Fact]
    public void A_lying_worker_cannot_have_spent_more_than_its_time()
    {
        var inbox = new TelemetryInbox();
        Assert.Equal(2, inbox.Take(new(0, 0, 2, AremLayer.Steering, 2), 2)!.Value.CoreSeconds);
        Assert.Equal(3, inbox.Take(new(0, 1, 5, AremLayer.Steering, 1e9), 5)!.Value.CoreSeconds);
        Assert.Equal(1, inbox.Take(new(0, 2, 6, AremLayer.Steering, -4), 6)!.Value.CoreSeconds);
        Assert.Null(inbox.Take(new(0, 2, 6, AremLayer.Steering, 1), 6));
        Assert.Equal(6, inbox.Take(new(1, 0, 99, AremLayer.Steering, 1), 6)!.Value.Time); // from the future
        Assert.Equal(2, inbox.Faults[TelemetryFault.CostNotBelieved]);
        Assert.Equal(1, inbox.Faults[TelemetryFault.Twice]);
        Assert.Equal(1, inbox.Faults[TelemetryFault.ClockBackwards]);
    }

    [Fact]
    public void What_comes_later_than_the_horizon_does_not_count()
    {
        var inbox = new TelemetryInbox(horizon: 10);
        Assert.NotNull(inbox.Take(new(0, 0, 95, AremLayer.Inference, 1), 100));
        Assert.Null(inbox.Take(new(1, 0, 80, AremLayer.Inference, 1), 100));
        Assert.Equal(1, inbox.Faults[TelemetryFault.Late]);
    }

    private static IEnumerable<string> Run(int scenario)
    {
        var random = new Random(scenario);
        var policy = new AremPolicy(new() { Steps = 3 });
        Span<double> cores = stackalloc double[3];
        var rounds = 1 + random.Next(3);
        for (var round = 0; round < rounds; round++)
        {
            for (var report = random.Next(5); report > 0; report--)
                policy.Observe(new(random.Next(-1, 3), random.Next(4), Value(random), (AremLayer)random.Next(4), Value(random))
                {
                    Ending = (TaskEnding)random.Next(5), Staleness = Value(random), IsFine = random.Next(2) == 0,
                });
            var budget = Value(random);
            policy.Decide(new(Value(random), budget, Value(random))
            {
                Runnable = (random.Next(-2, 50), random.Next(-2, 50), random.Next(-2, 50)), Labels = random.Next(-3, 1000), Unencoded = random.Next(-3, 1000),
                Uncertainty = Value(random), ExpectedHits = Value(random),
            }, cores);
            var expected = budget >= 0 && double.IsFinite(budget) ? budget : 0;
            var sum = cores[0] + cores[1] + cores[2];
            Assert.True(cores[0] >= 0 && cores[1] >= 0 && cores[2] >= 0, $"scenario {scenario}: {cores[0]}, {cores[1]}, {cores[2]}");
            Assert.True(Math.Abs(sum - expected) <= 1e-12 * expected, $"scenario {scenario}: {sum} of {expected} cores are divided");
        }
        return policy.Repairs.Keys;
    }

    private static double Value(Random random) => random.Next(2) == 0 ? Odd[random.Next(Odd.Length)] : 100 * random.NextDouble();
}
