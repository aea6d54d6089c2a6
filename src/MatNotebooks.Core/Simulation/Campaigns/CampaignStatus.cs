namespace MatNotebooks.Simulation.Campaigns;

/// <summary>How far a campaign is.</summary>
/// <param name="Planned">Tasks to be done.</param>
/// <param name="Running">Tasks somebody is at, or was when the process died.</param>
/// <param name="Done">Tasks with a result.</param>
/// <param name="Failed">Tasks whose last attempt gave none.</param>
/// <param name="CoreSeconds">Processor time of the finished attempts | s.</param>
/// <param name="Repeats">Attempts beyond the first.</param>
public sealed record CampaignStatus(int Planned, int Running, int Done, int Failed, double CoreSeconds, int Repeats)
{
    /// <summary>Every task.</summary>
    public int Total => Planned + Running + Done + Failed;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Total} tasks: {Done} done, {Running} running, {Planned} planned, {Failed} failed; {CoreSeconds:F0} core-seconds, {Repeats} repeats";
}
