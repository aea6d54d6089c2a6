using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>
/// A campaign on recorded labels, event by event (A4): tasks take cores for as long as measured ones did, models are really retrained, and a
/// policy divides the cores. A task is not stopped when its layer loses cores; they leave as tasks end. Deterministic by seed.
/// </summary>
public sealed class CampaignSimulation
{
    private const int DecisionEvent = 3, ReportEvent = 4; // 0 to 2: a task of that layer ended

    private readonly CampaignSettings settings;
    private readonly IAllocationPolicy policy;
    private readonly ILayerWork[] layers;
    private readonly RepresentationWork representation;
    private readonly InferenceWork inference;
    private readonly SteeringWork steering;
    private readonly CandidateBook book;
    private readonly EventQueue events = new();
    private readonly List<(int Task, int Core, double Began, double Cost)> running = [];
    private readonly Stack<int> freeCores;
    private readonly Queue<TaskReport> late = new();
    private readonly int[] granted = new int[3], busy = new int[3];
    private readonly double[] shares = new double[3], spent = new double[3];
    private readonly List<double> discoveries = [];
    private readonly List<DividedCores> course = [];
    private readonly List<TaskSpan> spans = [];
    private readonly CampaignTrace trace;
    private double now, used;
    private long reports;
    private int decisions;
    private int[] followed = [];

    private CampaignSimulation(RecordedCampaign campaign, CampaignSettings settings, IAllocationPolicy policy, int seed, CampaignTrace trace)
    {
        (this.settings, this.policy, this.trace, book) = (settings, policy, trace, new(campaign));
        var blind = Enumerable.Range(0, campaign.Count).ToArray();
        new Random(seed).Shuffle(blind);
        var chance = new Chance(seed);
        (representation, inference) = (new(settings, book, blind), new(settings, book, chance));
        steering = new(settings, book, inference, chance, blind);
        layers = [representation, inference, steering];
        freeCores = new(Enumerable.Range(0, settings.Cores).Reverse());
    }

    /// <summary>Runs a campaign until its budget is spent.</summary>
    /// <param name="campaign">The candidates and their labels.</param>
    /// <param name="settings">Cores, budget and costs.</param>
    /// <param name="policy">Who divides; a fresh one for each run.</param>
    /// <param name="seed">Seed of costs, failures and first choices; policies of one seed meet the same world.</param>
    /// <param name="trace">Whether every division and task is kept, for pictures. The default is that they are not.</param>
    public static CampaignOutcome Run(RecordedCampaign campaign, CampaignSettings settings, IAllocationPolicy policy, int seed, CampaignTrace trace = CampaignTrace.Left) =>
        new CampaignSimulation(campaign, settings, policy, seed, trace).Run();

    private CampaignOutcome Run()
    {
        Decide();
        while (events.Count > 0 && events.NextTime <= settings.Duration)
        {
            var item = events.Take();
            now = item.Time;
            if (item.Kind == DecisionEvent) Decide();
            else if (item.Kind == ReportEvent) policy.Observe(late.Dequeue());
            else End(item);
            Fill();
        }
        now = settings.Duration;
        used += events.Count == 0 ? 0 : Unfinished();
        return new(policy.Name, [.. discoveries], steering.Simulations, steering.Failures, inference.Refreshes, decisions, used / settings.Budget)
        {
            Course = [.. course], Tasks = [.. spans], Spent = [.. spent], BlindShare = steering.BlindShare,
        };
    }

    private double Unfinished()
    {
        var sum = 0.0;
        while (events.Count > 0)
            if (events.Take() is { Kind: < 3 } item) sum += Math.Max(0, now - running[item.Subject].Began);
        return sum;
    }

    private void Decide()
    {
        var (data, models, simulations) = (layers[0].Waiting + busy[0], layers[1].Waiting + busy[1], layers[2].Waiting + busy[2]);
        var state = new CampaignState(now, settings.Cores, settings.Cores * (settings.Duration - now))
        {
            Runnable = (data, models, simulations), Labels = book.Labels, Unencoded = representation.Unencoded,
            Uncertainty = inference.Uncertainty, ExpectedHits = inference.ExpectedHits,
        };
        policy.Decide(state, shares);
        BudgetSum.Round(shares, settings.Cores, granted);
        decisions++;
        if (trace == CampaignTrace.Kept) course.Add(new(now, shares[0], shares[1], shares[2]));
        events.Put(now + (settings.Interval * settings.Duration), DecisionEvent, 0);
        Fill();
    }

    private void Fill()
    {
        for (var layer = 0; layer < layers.Length; layer++)
            while (freeCores.Count > 0 && busy[layer] < granted[layer] && layers[layer].Waiting > 0) Begin(layer);
    }

    private void Begin(int layer)
    {
        var (task, cost) = layers[layer].Begin(now);
        busy[layer]++;
        running.Add((task, freeCores.Pop(), now, cost));
        events.Put(now + cost, layer, running.Count - 1);
    }

    private void End(in TimedEvent item)
    {
        var (task, core, began, cost) = running[item.Subject];
        var report = layers[item.Kind].End(task) with { Worker = core, Number = reports++, Time = now, CoreSeconds = cost };
        busy[item.Kind]--;
        freeCores.Push(core);
        spent[item.Kind] += cost;
        used += cost;
        if (report.Ending == TaskEnding.Discovery) discoveries.Add(now * settings.Cores);
        if (trace == CampaignTrace.Kept) spans.Add(new(core, (AremLayer)item.Kind, began, now));
        if (!ReferenceEquals(followed, inference.Queue)) representation.Follow(followed = inference.Queue);
        if (settings.TelemetryDelay == 0)
        {
            policy.Observe(report);
            return;
        }
        late.Enqueue(report);
        events.Put(now + settings.TelemetryDelay, ReportEvent, 0);
    }
}

/// <summary>Whether a simulated campaign keeps what its pictures need.</summary>
public enum CampaignTrace
{
    /// <summary>Only totals and discoveries are kept.</summary>
    Left,

    /// <summary>Every division and every task is kept.</summary>
    Kept,
}
