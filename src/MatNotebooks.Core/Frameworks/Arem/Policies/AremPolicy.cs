using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>
/// AREM: utilities learned from reports (<see cref="UtilityLearner"/>), and replicator feedback (A2) towards their equilibrium (A1). Whatever
/// it hears, what it gives sums to the budget and is nowhere below 0.
/// </summary>
/// <remarks>
/// A simulation core finds p/c a second, with hit rate p and cost c. Models trained with r cores are W/r seconds behind, during which R_S/c labels
/// a second come in; each label behind costs the share α/n of the hit rate: u_M = −(3/2) α p W (R_S/c)² / (n r). Encoding a candidate raises the hits
/// of what the budget still pays for. All of p, c, W, α and the gain of encoding are learned.
/// </remarks>
public sealed class AremPolicy : IAllocationPolicy
{
    private const int Batch = 64; // candidates of an encoding task, before its cost is known

    private readonly AremOptions options;
    private readonly UtilityLearner learner;
    private readonly TelemetryInbox inbox = new();
    private readonly Dictionary<string, int> repairs = [];
    private readonly double[] shares = [1.0 / 3, 1.0 / 3, 1.0 / 3];
    private double now;

    /// <summary>Begins without knowledge.</summary>
    /// <param name="options">How. The default is the reported setting.</param>
    /// <param name="name">Name in tables. The default is "arem".</param>
    public AremPolicy(AremOptions? options = null, string name = "arem") =>
        (this.options, learner, Name) = (options ?? new(), new(options ?? new()), name);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What was left out or mended of reports and states, and how often.</summary>
    public ImmutableDictionary<string, int> Repairs =>
        inbox.Faults.Select(fault => KeyValuePair.Create(fault.Key.ToString(), fault.Value)).Concat(repairs).ToImmutableDictionary();

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
        if (inbox.Take(report, Math.Max(now, double.IsFinite(report.Time) ? report.Time : 0)) is { } believed) learner.Hear(believed);
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        var budget = Sound(state.Cores, "budget");
        if (double.IsFinite(state.Time) && state.Time >= now) now = state.Time;
        else Repair("clock");
        if (budget <= 0)
        {
            cores.Clear();
            return;
        }
        var (data, inference, steering) = state.Runnable;
        Span<double> capacity = [Math.Max(0, data), Math.Max(0, inference), Math.Max(0, steering)];
        Span<double> fitness = stackalloc double[3];
        Keep(capacity, budget);
        var worth = Learned(state, budget);
        for (var step = 0; step < options.Steps; step++)
        {
            Worth(worth, budget, fitness);
            var mean = 0.0;
            for (var layer = 0; layer < 3; layer++) mean += shares[layer] * fitness[layer];
            if (!(mean > 0)) break;
            for (var layer = 0; layer < 3; layer++) fitness[layer] = Math.Min(fitness[layer] / mean, 20);
            ReplicatorFeedback.Step(shares, fitness, options.Stride);
            Keep(capacity, budget);
        }
        for (var layer = 0; layer < 3; layer++) cores[layer] = shares[layer] * budget;
        BudgetSum.Restore(cores, budget);
    }

    private LearnedWorth Learned(in CampaignState state, double budget)
    {
        var (hit, cost) = (learner.HitRate, learner.SimulationCost);
        cost = double.IsNaN(cost) ? 1 : Math.Max(cost, 1e-9);
        var left = Sound(state.CoreSecondsLeft, "budget left");
        var refresh = double.IsNaN(learner.RefreshCost) ? cost * Math.Max(1, state.Labels) / 20 : learner.RefreshCost;
        var encoding = learner.EncodingCost is var task && !double.IsNaN(task) ? task : 1e-3 * cost;
        var future = left / cost * hit * learner.FineGain; // hits that a complete encoding adds
        return new(
            hit / cost, 1.5 * Loss(state) * hit * refresh / (cost * cost * Math.Max(1, state.Labels)), refresh, left / budget,
            future / (Math.Max(1, state.Unencoded / (double)Batch) * Math.Max(encoding, 1e-9)));
    }

    /// <summary>What one more core is worth in each layer at the present shares | discoveries per core-second.</summary>
    private void Worth(in LearnedWorth learned, double budget, Span<double> fitness)
    {
        var (modelling, simulating) = (Math.Max(shares[1] * budget, 1e-9), Math.Max(shares[2] * budget, 1e-9));
        var training = new StalenessUtility(Bounded(learned.Staleness * simulating * simulating));
        // A model that is ready when the budget is spent chooses nothing.
        var inTime = learned.Seconds > 0 ? Math.Clamp(1 - (learned.Refresh / modelling / learned.Seconds), 0, 1) : 0;
        fitness[(int)AremLayer.Representation] = Bounded(learned.Encoding);
        fitness[(int)AremLayer.Inference] = Bounded(training.Marginal(modelling) * inTime);
        fitness[(int)AremLayer.Steering] = Bounded(learned.Steering);
    }

    private double Loss(in CampaignState state)
    {
        var uncertainty = Math.Clamp(Sound(state.Uncertainty, "uncertainty"), 0, 1);
        var expected = Math.Clamp(Sound(state.ExpectedHits, "expected hits"), 0, 1);
        var gap = expected > 0 ? Math.Clamp((expected - learner.HitRate) / expected, 0, 1) : 0;
        return learner.StalenessLoss * (1 + (options.UncertaintyGain * (uncertainty - 0.5))) * (1 + (options.VelocityGain * gap));
    }

    // No layer has more than it can use, as long as another can; one with work keeps the floor.
    private void Keep(Span<double> capacity, double budget)
    {
        var (floor, free, spare) = (options.Floor, 0.0, 0.0);
        for (var layer = 0; layer < 3; layer++)
        {
            var most = capacity[layer] / budget;
            shares[layer] = Math.Max(shares[layer], floor);
            spare += Math.Max(0, shares[layer] - Math.Max(most, 1e-6));
            shares[layer] = Math.Min(shares[layer], Math.Max(most, 1e-6));
            free += Math.Max(0, most - shares[layer]);
        }
        if (free > 0 && spare > 0)
            for (var layer = 0; layer < 3; layer++) shares[layer] += Math.Min(spare, free) * Math.Max(0, (capacity[layer] / budget) - shares[layer]) / free;
        BudgetSum.Restore(shares, 1);
    }

    private double Sound(double value, string what)
    {
        if (value >= 0 && double.IsFinite(value)) return value;
        Repair(what);
        return 0;
    }

    private void Repair(string what) => repairs[what] = repairs.GetValueOrDefault(what) + 1;

    private static double Bounded(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1e12);

    /// <summary>What was learned of a core's worth, as far as it does not depend on the shares.</summary>
    /// <param name="Steering">Of a core that simulates | discoveries per core-second.</param>
    /// <param name="Staleness">(3/2) α p W / (c² n): what old models lose, for each core that trains and the square of those that simulate | discoveries/s.</param>
    /// <param name="Refresh">A training with screening | core-seconds.</param>
    /// <param name="Seconds">What the budget still lasts | s.</param>
    /// <param name="Encoding">Of a core that encodes | discoveries per core-second.</param>
    private readonly record struct LearnedWorth(double Steering, double Staleness, double Refresh, double Seconds, double Encoding);
}
