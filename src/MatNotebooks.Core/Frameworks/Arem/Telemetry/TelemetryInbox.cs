using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Frameworks.Arem.Telemetry;

/// <summary>Takes reports as they come, late, twice, from lying workers and clocks that go backwards, and lets through what can be believed; it says what it did.</summary>
public sealed class TelemetryInbox
{
    /// <summary>A worker cannot have spent more than the time since its last report; so much more is taken for rounding.</summary>
    private const double Tolerance = 1.05;

    private readonly double horizon;
    private readonly Dictionary<int, (HashSet<long> Seen, double Last)> workers = [];
    private readonly Dictionary<TelemetryFault, int> faults = [];
    private double now;

    /// <summary>Opens it.</summary>
    /// <param name="horizon">How late a report may be and still count | s, greater than 0. The default is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public TelemetryInbox(double horizon = double.PositiveInfinity) => this.horizon = horizon > 0
        ? horizon : throw new ArgumentOutOfRangeException(nameof(horizon), $"The horizon is {horizon} s; it must be greater than 0.");

    /// <summary>What was mended or left out, and how often.</summary>
    public ImmutableDictionary<TelemetryFault, int> Faults => faults.ToImmutableDictionary();

    /// <summary>The latest time that is believed | s.</summary>
    public double Now => now;

    /// <summary>What of a report can be believed; null where nothing can.</summary>
    /// <param name="report">The report.</param>
    /// <param name="time">When it arrives | s; one before <see cref="Now"/> counts as now.</param>
    public TaskReport? Take(TaskReport report, double time)
    {
        if (!double.IsFinite(time) || time < now) Count(TelemetryFault.ClockBackwards);
        else now = time;
        if (report.Worker < 0 || !Enum.IsDefined(report.Layer) || !Enum.IsDefined(report.Ending)) return Refuse(TelemetryFault.Unreadable);
        var (seen, last) = workers.TryGetValue(report.Worker, out var known) ? known : ([], 0);
        if (!seen.Add(report.Number)) return Refuse(TelemetryFault.Twice);
        var ended = report.Time;
        if (!(ended >= 0 && ended <= now))
        {
            Count(TelemetryFault.ClockBackwards);
            ended = now;
        }
        var elapsed = Math.Max(0, ended - last);
        workers[report.Worker] = (seen, Math.Max(last, ended));
        if (now - ended > horizon) return Refuse(TelemetryFault.Late);
        var cost = report.CoreSeconds;
        if (!(cost >= 0 && double.IsFinite(cost)) || (elapsed > 0 && cost > elapsed * Tolerance) || (elapsed == 0 && last > 0 && ended < last))
        {
            Count(TelemetryFault.CostNotBelieved);
            cost = elapsed;
        }
        var staleness = double.IsNaN(report.Staleness) ? double.NaN : Math.Clamp(report.Staleness, 0, 1);
        return report with { Time = ended, CoreSeconds = cost, Staleness = staleness };
    }

    private TaskReport? Refuse(TelemetryFault fault)
    {
        Count(fault);
        return null;
    }

    private void Count(TelemetryFault fault) => faults[fault] = faults.GetValueOrDefault(fault) + 1;
}

/// <summary>What can be wrong with a report.</summary>
public enum TelemetryFault
{
    /// <summary>A worker, layer or ending that there is not: left out.</summary>
    Unreadable,

    /// <summary>A number that this worker used before: left out.</summary>
    Twice,

    /// <summary>Older than the horizon: left out.</summary>
    Late,

    /// <summary>A time before one already known, or later than now: taken for now.</summary>
    ClockBackwards,

    /// <summary>A cost below 0, not a number, or more than the time since the worker's last report: that time is taken.</summary>
    CostNotBelieved,
}
