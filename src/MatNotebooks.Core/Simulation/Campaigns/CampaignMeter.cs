namespace MatNotebooks.Simulation.Campaigns;

/// <summary>Counts finished calculations and estimates the time that is left.</summary>
internal sealed class CampaignMeter(TimeProvider clock, int? workers, IProgress<CampaignProgress>? progress)
{
    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private int done;

    /// <summary>Counts one more and reports.</summary>
    public void Count(string id, CalculationOutcome outcome, int remaining)
    {
        lock (gate)
        {
            done++;
            var elapsed = clock.GetElapsedTime(started);
            var rounds = workers is { } slots ? Math.Ceiling((double)remaining / slots) * slots : remaining;
            progress?.Report(new(id, outcome, done, remaining, elapsed, elapsed / done * rounds));
        }
    }
}
