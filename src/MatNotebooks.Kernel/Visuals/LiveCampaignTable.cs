using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Campaigns;
using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// A campaign's table on display, brought up to date once a second until it is disposed:
/// <c>using (var live = new LiveCampaignTable(ledger)) await campaign.RunAsync(jobs, cancellation: live.Token);</c>
/// </summary>
/// <remarks>It reads the ledger, so the campaign may run in this process or in another, such as <c>matnb campaign resume</c>.</remarks>
public sealed class LiveCampaignTable : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly CampaignLedger ledger;
    private readonly ITimer timer;
    private readonly DisplayedValue displayed;
    private string shown;
    private bool done;

    /// <summary>Shows the table where the running cell stands.</summary>
    /// <param name="ledger">The campaign's ledger, which must stay open until this is disposed.</param>
    /// <param name="clock">Tells when to look. The default is the system's.</param>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public LiveCampaignTable(CampaignLedger ledger, TimeProvider? clock = null)
    {
        this.ledger = ledger;
        Token = CellFunctions.Interrupted;
        var table = CampaignTable.Of(ledger);
        shown = table.ToMimeBundle().PlainText;
        displayed = CellFunctions.display(table);
        timer = (clock ?? TimeProvider.System).CreateTimer(_ => Look(), null, Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the cell is interrupted: pass it on to the campaign, which then plans again what was running.</summary>
    public CancellationToken Token { get; }

    /// <summary>Looks a last time; nothing changes any more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (done) return;
            done = true;
            timer.Dispose();
            Draw();
        }
    }

    private void Look()
    {
        lock (gate)
        {
            if (done) return;
            Draw();
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Draw()
    {
        try
        {
            var table = CampaignTable.Of(ledger);
            if (table.ToMimeBundle().PlainText is var text && text == shown) return;
            shown = text;
            displayed.Update(table);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or ObjectDisposedException or InvalidOperationException)
        {
            done = true; // the ledger was closed or taken away: what was seen last stays
        }
    }
}
