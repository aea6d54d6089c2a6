namespace MatNotebooks.Simulation.Campaigns;

/// <summary>How far a campaign is, after each calculation.</summary>
/// <param name="Id">What was just computed.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="Done">Calculations finished in this run.</param>
/// <param name="Remaining">Calculations still to do, at least: a later result may ask for more.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="TimeLeft">Estimate of the time to the end, at the speed so far.</param>
public sealed record CampaignProgress(
    string Id, CalculationOutcome Outcome, int Done, int Remaining, TimeSpan Elapsed, TimeSpan TimeLeft)
{
    /// <summary>What is done of this run, from 0 to 1; for a progress bar.</summary>
    public double Fraction => (double)Done / (Done + Remaining);
}
