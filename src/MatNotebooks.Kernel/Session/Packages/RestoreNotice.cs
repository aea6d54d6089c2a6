using System.Diagnostics;
using System.Globalization;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>A line in the cell's output that counts the seconds of a restore, and at its end says what came.</summary>
internal sealed class RestoreNotice : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly RunningCell cell;
    private readonly string id;
    private readonly Timer timer;
    private bool over;

    public RestoreNotice(RunningCell cell, string what)
    {
        this.cell = cell;
        id = cell.NextDisplayId();
        cell.Channel.Send(new DisplayMessage.Data(MimeBundle.OfText($"Restoring {what} …"), id));
        timer = new Timer(_ => Tick(what), null, Pause, Pause);
    }

    /// <summary>Replaces the line for good.</summary>
    public void End(string text)
    {
        lock (gate)
        {
            over = true;
            cell.Channel.Send(new DisplayMessage.Update(MimeBundle.OfText(text), id));
        }
    }

    public void Dispose() => timer.Dispose();

    private void Tick(string what)
    {
        lock (gate)
        {
            if (!over)
                cell.Channel.Send(new DisplayMessage.Update(MimeBundle.OfText(string.Create(CultureInfo.InvariantCulture, $"Restoring {what} … {watch.Elapsed.TotalSeconds:F0} s")), id));
        }
    }
}
