using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Scaling;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

public sealed class ScalingTests
{
    private static readonly MeasuredCosts Costs = new([4, 5, 6, 7, 8]);

    [Fact]
    public void The_law_is_found_again_within_its_intervals()
    {
        var random = new Random(1);
        double[] workers = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        double[] rates = [.. workers.Select(n => 3 * n / (1 + (0.02 * (n - 1)) + (1e-5 * n * (n - 1))) * (1 + (0.02 * (random.NextDouble() - 0.5))))];
        var law = ScalabilityLaw.Fit(workers, rates);
        Assert.InRange(3, law.Rate.Lower, law.Rate.Upper);
        Assert.InRange(0.02, law.Contention.Lower, law.Contention.Upper);
        Assert.InRange(1e-5, law.Coherency.Lower, law.Coherency.Upper);
        Assert.InRange(law.Peak, 280, 350); // √(0.98/1e-5) = 313
    }

    [Fact]
    public void A_dispatcher_is_the_ceiling_of_a_pool()
    {
        var few = PoolSimulation.Run(new(Costs, 10, 3000) { Dispatch = 0.01, Failures = 0 }, 1);
        Assert.InRange(few.Throughput, 10 / 6.1, 10 / 5.9);
        var many = PoolSimulation.Run(new(Costs, 2000, 600) { Dispatch = 0.01, Failures = 0 }, 1);
        Assert.InRange(many.Throughput, 90, 100.5); // 1/0.01 s, less what begins
    }

    [Fact]
    public void A_seed_tells_all()
    {
        var settings = new PoolSettings(Costs, 50, 2000) { Drift = 2 };
        Assert.Equal(PoolSimulation.Run(settings, 7), PoolSimulation.Run(settings, 7) with { Institutions = PoolSimulation.Run(settings, 7).Institutions }, Same);
        Assert.NotEqual(PoolSimulation.Run(settings, 7).Tasks, PoolSimulation.Run(settings, 8).Tasks);

        static bool Same(PoolOutcome one, PoolOutcome other) => (one.Events, one.Tasks, one.Failed, one.Utilisation) == (other.Events, other.Tasks, other.Failed, other.Utilisation);
    }

    [Fact]
    public void Failures_and_drift_cost_what_they_should()
    {
        var calm = PoolSimulation.Run(new(Costs, 100, 6000) { Failures = 0 }, 1);
        var failing = PoolSimulation.Run(new(Costs, 100, 6000) { Failures = 0.2, Repair = 0 }, 1);
        var drifting = PoolSimulation.Run(new(Costs, 100, 6000) { Failures = 0, Drift = 3 }, 1);
        Assert.InRange(failing.Throughput / calm.Throughput, 0.79, 0.81);
        Assert.InRange(drifting.Throughput / calm.Throughput, 0.53, 0.57); // the mean of 1/(1 + 2t) over 0 to 1 is ln 3 / 2
        Assert.InRange(calm.Utilisation, 0.999, 1);
    }

    [Fact]
    public void A_floor_makes_a_shared_pool_fair_and_costs_discoveries()
    {
        PoolSettings Pool(double floor) => new(Costs, 20, 3000) { Floor = floor, Institutions = [new("rich", 1, 60, 6, 0.5, 1e6), new("poor", 1, 60, 6, 0.1, 1e6)] };
        var (free, fair) = (PoolSimulation.Run(Pool(0), 3), PoolSimulation.Run(Pool(1), 3));
        Assert.InRange(free.Fairness, 0.5, 0.6);
        Assert.InRange(fair.Fairness, 0.99, 1);
        Assert.True(fair.Discoveries < free.Discoveries);
    }

    [Fact]
    public void Jain_knows_the_extremes()
    {
        Assert.Equal(1, Equity.Jain([2, 2, 2]), 12);
        Assert.Equal(1.0 / 3, Equity.Jain([5, 0, 0]), 12);
        Assert.Throws<ArgumentException>(() => Equity.Jain([1, double.NaN]));
    }

    [Fact]
    public void The_knee_is_where_accuracy_begins_to_cost()
    {
        var curve = TradeOffCurve.Of([new("best", 1.0, 1), new("knee", 0.9, 80), new("beaten", 0.5, 50), new("fast", 0.2, 100)]);
        Assert.Equal("knee", curve.Knee.Name);
        Assert.Equal(["best", "knee", "fast"], curve.Front.Select(point => point.Name));
    }

    [Fact]
    public void Events_come_in_order_of_time_and_then_of_arrival()
    {
        var queue = new EventQueue();
        var random = new Random(5);
        (double Time, int Place)[] put = [.. Enumerable.Range(0, 5000).Select(place => ((double)random.Next(200), place))];
        foreach (var (time, place) in put) queue.Put(time, 0, place);
        Assert.Equal(put.OrderBy(item => item.Time).ThenBy(item => item.Place).Select(item => item.Place), put.Select(_ => queue.Take().Subject));
    }
}
