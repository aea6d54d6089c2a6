using MatNotebooks.Kernel.Display;
using MatNotebooks.Training;
using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// The history of a training, drawn in place while it runs and once more, alive, at its end:
/// <c>using var live = new LiveTrainingPlot(); trainer.Fit(model, train, validation, live, live.Token);</c>
/// </summary>
/// <remarks>While it runs a light static picture is sent, at most twice a second however short the epochs are; what comes between waits for the next.</remarks>
public sealed class LiveTrainingPlot : IProgress<TrainingProgress>, IDisposable
{
    /// <summary>Points of each curve while it runs: more would not be seen.</summary>
    private const int MostDrawn = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private readonly Lock gate = new();
    private readonly List<EpochRecord> epochs = [];
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly long began;
    private TrainingProgress? last;
    private DisplayedValue? displayed;
    private TimeSpan shown = -Pause;
    private bool waiting, done;

    /// <summary>A plot that appears with the first epoch, in the cell that made it.</summary>
    /// <param name="clock">Tells when to draw. The default is the system's.</param>
    public LiveTrainingPlot(TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        began = this.clock.GetTimestamp();
        timer = this.clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Token = CellFunctions.Interrupted;
    }

    /// <summary>Cancelled when the cell is interrupted: pass it on with the plot.</summary>
    public CancellationToken Token { get; }

    /// <summary>The validation error; logarithmic by default.</summary>
    public Axis Error { get; init; } = new("validation error") { Logarithmic = true };

    /// <summary>The epochs so far.</summary>
    public IReadOnlyList<EpochRecord> Epochs
    {
        get
        {
            lock (gate) return [.. epochs];
        }
    }

    /// <summary>Takes an epoch; from any thread.</summary>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (gate)
        {
            if (done) return;
            epochs.Add(value.Epoch);
            last = value;
            var rest = shown + Pause - clock.GetElapsedTime(began);
            if (rest <= TimeSpan.Zero) Draw();
            else if (!waiting)
            {
                waiting = true;
                timer.Change(rest, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Draws the whole history as a figure that answers the pointer; nothing changes any more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (done) return;
            done = true;
            timer.Dispose();
            if (epochs.Count > 0) Show(Plot(epochs, last!.Name));
        }
    }

    private void Flush()
    {
        lock (gate)
            if (waiting && !done) Draw();
    }

    private void Draw()
    {
        (shown, waiting) = (clock.GetElapsedTime(began), false);
        Show(new LightPicture(Plot(Thinned(), $"{last!.Name}, epoch {last.Epoch.Number:N0} of {last.Epochs:N0}{Left(last.Remaining)}")));
    }

    private void Show(IRichDisplay picture)
    {
        if (displayed is null) displayed = CellFunctions.display(picture);
        else displayed.Update(picture);
    }

    private TrainingHistoryPlot Plot(IReadOnlyList<EpochRecord> history, string title) => new(history) { Error = Error, Title = title };

    // Every second, third, ... epoch, but always the best and the last.
    private IReadOnlyList<EpochRecord> Thinned()
    {
        var every = (epochs.Count + MostDrawn - 1) / MostDrawn;
        var best = epochs.Where(epoch => double.IsFinite(epoch.ValidationError)).MinBy(epoch => epoch.ValidationError);
        return every < 2 ? [.. epochs] : [.. epochs.Where((epoch, i) => i % every == 0 || i == epochs.Count - 1 || epoch == best)];
    }

    private static string Left(TimeSpan time) => time <= TimeSpan.Zero ? ""
        : time.TotalMinutes < 1 ? $", {time.TotalSeconds:F0} s left" : $", {(int)time.TotalMinutes} min {time.Seconds:D2} s left";

    /// <summary>A figure's static picture and words alone.</summary>
    private sealed record LightPicture(Figure Figure) : IRichDisplay
    {
        public MimeBundle ToMimeBundle() => Figure.ToLightBundle();
    }
}
