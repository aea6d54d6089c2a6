using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Campaigns run from a cell.</summary>
public static class LiveCampaign
{
    /// <summary>Runs a campaign with its live table; interrupting the cell stops it, and plans again what was running.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="jobs">The tasks, with different names.</param>
    /// <returns>How far the campaign is now.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static async Task<CampaignStatus> RunLiveAsync(this Campaign campaign, IEnumerable<CampaignJob> jobs)
    {
        var run = campaign.RunAsync(jobs, cancellation: CellFunctions.Interrupted); // plans the tasks at once, so that the table begins with them
        using var live = new LiveCampaignTable(campaign.Ledger);
        return await run.ConfigureAwait(false);
    }
}
