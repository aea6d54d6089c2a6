using System.Diagnostics;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Training;
using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Magics;

/// <summary>The curve of a training on display, drawn anew about once a second while it runs and once more at its end, with a bar above it.</summary>
internal sealed class LiveCurve(string target) : IProgress<TrainingProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly List<EpochRecord> epochs = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private ProgressBar? bar;
    private DisplayedValue? displayed;
    private TimeSpan shown = -Pause;

    public void Report(TrainingProgress value)
    {
        lock (gate)
        {
            epochs.Add(value.Epoch);
            bar ??= new ProgressBar($"training {value.Name}");
            bar.Report((double)value.Epoch.Number / value.Epochs, $"epoch {value.Epoch.Number}, validation error {value.Epoch.ValidationError:G3}");
            if (watch.Elapsed - shown >= Pause)
                Draw();
        }
    }

    /// <summary>Draws all epochs.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            bar?.Dispose();
            if (epochs.Count > 0)
                Draw();
        }
    }

    private void Draw()
    {
        shown = watch.Elapsed;
        var plot = new TrainingHistoryPlot([.. epochs]) { Error = new($"validation error of {target}") { Logarithmic = true } };
        if (displayed is null)
            displayed = CellFunctions.display(plot);
        else
            displayed.Update(plot);
    }
}
