using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>A campaign's time and cost, over all the processes that ran it. Its time never goes backwards, whatever the clock says.</summary>
internal sealed class CampaignAccount
{
    private const int KeptDecisions = 1000;
    private const double Tolerance = 1.05; // of what a worker can say it spent

    private readonly CampaignMemory memory;
    private readonly TimeProvider clock;
    private readonly IAllocationPolicy policy;
    private readonly TelemetryInbox inbox = new();
    private readonly long started;
    private readonly double before;
    private readonly Queue<double> decided = new(); // µs
    private double lastMoment = double.NegativeInfinity, costs;
    private int decisions, moments, lies;
    private long number, tasks;

    public CampaignAccount(CampaignMemory memory, TimeProvider clock, IAllocationPolicy policy)
    {
        (this.memory, this.clock, this.policy, started) = (memory, clock, policy, clock.GetTimestamp());
        foreach (var moment in memory.Course)
        {
            (Time, Held, Used) = (Math.Max(Time, moment.Time), moment.Held, moment.Used);
            decisions = moment.Decisions;
        }
        foreach (var span in memory.Spans)
        {
            Time = Math.Max(Time, span.End);
            number = Math.Max(number, span.Number + 1);
            Tell(span);
        }
        before = Time;
    }

    /// <summary>Now | s of the campaign.</summary>
    public double Time { get; private set; }

    /// <summary>Time for which cores were held | core-seconds.</summary>
    public double Held { get; private set; }

    /// <summary>Time for which they had a task | core-seconds.</summary>
    public double Used { get; private set; }

    /// <summary>Mean cost of a task | core-seconds; 0 before the first.</summary>
    public double MeanCost => tasks == 0 ? 0 : costs / tasks;

    /// <summary>Whether no moment was written yet by this process.</summary>
    public bool IsFirst => moments <= 1;

    /// <summary>Reports that were mended or left out.</summary>
    public int Mended => lies + inbox.Faults.Values.Sum();

    public long NextNumber() => number++;

    /// <summary>Lets time pass.</summary>
    /// <param name="cores">Cores that were held meanwhile.</param>
    /// <param name="used">Of them, cores that had a task.</param>
    /// <returns>How much | s; 0 where the clock went backwards.</returns>
    public double Advance(int cores, int used)
    {
        var seconds = Math.Max(0, before + clock.GetElapsedTime(started).TotalSeconds - Time);
        (Time, Held, Used) = (Time + seconds, Held + (cores * seconds), Used + (used * seconds));
        return seconds;
    }

    /// <summary>Counts a task's own time, where the campaign cannot see it.</summary>
    public void Use(double coreSeconds) => Used += coreSeconds;

    public void Decided(TimeSpan took)
    {
        decisions++;
        decided.Enqueue(took.TotalMicroseconds);
        if (decided.Count > KeptDecisions) decided.Dequeue();
    }

    /// <summary>What a task cost: on this machine the time it had its core; elsewhere what the worker says, unless that is more than it was away | core-seconds.</summary>
    public double Believed(double said, double held, bool isHere)
    {
        if (double.IsNaN(said) || isHere) return held;
        if (said >= 0 && said <= (held * Tolerance) + 0.1) return said;
        lies++;
        return held;
    }

    /// <summary>Keeps a task, and tells the policy.</summary>
    public void Hear(CampaignSpan span)
    {
        memory.Add(span);
        Tell(span);
    }

    /// <summary>Whether it is time to write down how the campaign stands.</summary>
    public bool IsDue(double interval) => Time - lastMoment >= interval;

    public CampaignMoment Moment(int cores, double[] shares, int[] busy)
    {
        (lastMoment, moments) = (Time, moments + 1);
        return new(Time, cores, [.. shares], [.. busy]) { Held = Held, Used = Used, Decisions = decisions, DecisionMicroseconds = decided.Count == 0 ? 0 : decided.Order().ElementAt(decided.Count / 2) };
    }

    private void Tell(CampaignSpan span)
    {
        (costs, tasks) = (costs + span.CoreSeconds, tasks + 1);
        if (inbox.Take(span.Report, span.End) is { } believed) policy.Observe(believed);
    }
}
