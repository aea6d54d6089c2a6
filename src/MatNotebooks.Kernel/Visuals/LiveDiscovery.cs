using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Discovery campaigns run from a cell, or watched from one.</summary>
public static class LiveDiscovery
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>Runs a campaign with its live table, and then shows its pictures; interrupting the cell stops it, and plans again what was running.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <returns>How it stands at its end.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static async Task<CampaignReport> RunLiveAsync(this DiscoveryCampaign campaign)
    {
        var live = new LiveTable(campaign.Description);
        var report = await campaign.RunAsync(live, CellFunctions.Interrupted).ConfigureAwait(false);
        live.Draw(report.Now!);
        foreach (var picture in DiscoveryFigures.All(report)) CellFunctions.display(picture);
        return report;
    }

    /// <summary>Follows a campaign that runs in another process, until it ends or the cell is interrupted, and then shows its pictures.</summary>
    /// <param name="ledger">Its ledger's file.</param>
    /// <returns>How it stands at its end.</returns>
    /// <exception cref="FileNotFoundException">No campaign has run with that ledger.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static async Task<CampaignReport> WatchAsync(string ledger)
    {
        var report = CampaignReport.Read(ledger);
        var live = new LiveTable(report.Name);
        for (var seen = 0; ; report = CampaignReport.Read(ledger))
        {
            foreach (var moment in report.Course.Skip(seen)) live.Report(moment);
            seen = report.Course.Length;
            if (report.Ended.Length > 0) break;
            await Task.Delay(Pause, CellFunctions.Interrupted).ConfigureAwait(false);
        }
        live.Draw(report.Now!);
        foreach (var picture in DiscoveryFigures.All(report)) CellFunctions.display(picture);
        return report;
    }

    /// <summary>The table on display, brought up to date twice a second at most.</summary>
    private sealed class LiveTable(string title) : IProgress<CampaignMoment>
    {
        private const int MostNotes = 4;

        private readonly Queue<string> notes = new();
        private DisplayedValue? displayed;
        private double drawn = double.NegativeInfinity;

        public void Report(CampaignMoment value)
        {
            if (value.Note is { } note)
            {
                notes.Enqueue(FormattableString.Invariant($"{value.Time,8:F1} s  {note}"));
                if (notes.Count > MostNotes) notes.Dequeue();
            }
            if (displayed is not null && value.Time - drawn < Pause.TotalSeconds && value.Ended is null) return;
            Draw(value);
        }

        public void Draw(CampaignMoment value)
        {
            drawn = value.Time;
            var table = new DiscoveryTable(title, value) { Notes = [.. notes] };
            if (displayed is null) displayed = CellFunctions.display(table);
            else displayed.Update(table);
        }
    }
}
