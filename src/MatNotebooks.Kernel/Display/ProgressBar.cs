using System.Globalization;
using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// A bar that fills in place while a long computation runs, with the time it still needs. Hand it to whatever reports
/// through <see cref="IProgress{T}"/>: <c>trainer.Fit(model, train, validation, bar.For&lt;TrainingProgress&gt;(p => p.Fraction), bar.Token)</c>.
/// </summary>
/// <remarks>The screen follows at most ten times a second; what comes between waits for the next time, and the last report is always shown.</remarks>
public sealed class ProgressBar : IRichDisplay, IProgress<double>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly long began;
    private readonly string label;
    private readonly ProgressStyle style;
    private DisplayedValue? displayed;
    private TimeSpan shown = -Pause;
    private double fraction;
    private string detail = "";
    private bool waiting, done;

    /// <summary>How bars made from now on show. The default is as bars.</summary>
    public static ProgressStyle Style { get; set; }

    /// <summary>A bar at zero, shown where the running cell stands.</summary>
    /// <param name="label">What is being done, as "training".</param>
    /// <param name="clock">Tells the time and when to draw. The default is the system's.</param>
    public ProgressBar(string label, TimeProvider? clock = null)
    {
        this.label = label;
        this.clock = clock ?? TimeProvider.System;
        began = this.clock.GetTimestamp();
        timer = this.clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        style = Style;
        Token = CellFunctions.Interrupted;
        displayed = RunningCell.Current is null || style == ProgressStyle.Hidden ? null : CellFunctions.display(this);
        Token.Register(ShowStopped);
    }

    /// <summary>Cancelled when the cell is interrupted: pass it on with the bar.</summary>
    public CancellationToken Token { get; }

    /// <summary>What is done: 0 at the start, 1 at the end.</summary>
    public double Fraction => fraction;

    /// <summary>Sets how much is done; from any thread, as often as wanted (the screen follows ten times a second, the last report always).</summary>
    /// <param name="value">From 0 to 1; what lies outside, or is not a number, is brought inside.</param>
    public void Report(double value) => Report(value, "");

    /// <summary>Sets how much is done, and a few words about it.</summary>
    /// <param name="value">From 0 to 1.</param>
    /// <param name="words">As "epoch 3, loss 0.021"; empty for none.</param>
    public void Report(double value, string words)
    {
        lock (gate)
        {
            if (done) return;
            fraction = double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);
            detail = words;
            var rest = Pause - (Elapsed - shown);
            if (fraction >= 1 || rest <= TimeSpan.Zero)
                Draw();
            else if (!waiting)
                waiting = timer.Change(rest, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Shows the last report where it still waits; what is reported from now on is left out.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (waiting) Draw();
            done = true;
        }
        timer.Dispose();
    }

    /// <summary>This bar for something that reports in its own type.</summary>
    /// <typeparam name="T">What it reports.</typeparam>
    /// <param name="done">How much of it is done, from 0 to 1.</param>
    /// <param name="words">A few words about it; null for none.</param>
    public IProgress<T> For<T>(Func<T, double> done, Func<T, string>? words = null) => new Adapter<T>(this, done, words);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var percent = (fraction * 100).ToString("F0", CultureInfo.InvariantCulture);
        var rest = $"{(Stopped ? ", stopped" : TimeWords())}{(detail.Length == 0 ? "" : " · " + detail)}";
        var filled = (int)Math.Round(fraction * 24);
        var plain = MimeBundle.OfText($"{label} [{new string('█', filled)}{new string('░', 24 - filled)}] {percent} %{rest}");
        return style == ProgressStyle.Plain
            ? plain
            : plain.With("text/html", ProgressHtml.Of(label, percent, rest, fraction >= 1 ? ProgressHtml.Done : Stopped ? ProgressHtml.Stopped : ProgressHtml.Running));
    }

    private TimeSpan Elapsed => clock.GetElapsedTime(began);

    private void Flush()
    {
        lock (gate)
            if (waiting) Draw();
    }

    private void Draw()
    {
        waiting = false;
        shown = Elapsed;
        displayed?.Update(this);
    }

    private bool Stopped => fraction < 1 && Token.IsCancellationRequested;

    // The bar of a cell that was interrupted must not look as if it still ran.
    private void ShowStopped()
    {
        lock (gate)
            if (Stopped) Draw();
    }

    private string TimeWords()
    {
        var elapsed = Elapsed;
        if (fraction >= 1)
            return $" in {Words(elapsed)}";
        // The first moments say nothing about the rest.
        return fraction > 0.01 && elapsed > TimeSpan.FromSeconds(0.5) ? $", {Words(elapsed * ((1 - fraction) / fraction))} left" : "";
    }

    private static string Words(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalSeconds):F0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:D2} s");

    private sealed class Adapter<T>(ProgressBar bar, Func<T, double> done, Func<T, string>? words) : IProgress<T>
    {
        public void Report(T value) => bar.Report(done(value), words?.Invoke(value) ?? "");
    }
}
