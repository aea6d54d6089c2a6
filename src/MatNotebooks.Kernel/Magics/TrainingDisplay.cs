using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Training;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A training on display: a bar with the time left, and under it the curves so far.</summary>
internal sealed class TrainingDisplay(string target) : IProgress<TrainingProgress>, IDisposable
{
    private readonly Lock gate = new();
    private readonly LiveTrainingPlot plot = new() { Error = new($"validation error of {target}") { Logarithmic = true } };
    private ProgressBar? bar;

    public void Report(TrainingProgress value)
    {
        lock (gate)
        {
            bar ??= new ProgressBar($"training {value.Name}");
            bar.Report((double)value.Epoch.Number / value.Epochs, $"epoch {value.Epoch.Number}, validation error {value.Epoch.ValidationError:G3}");
        }
        plot.Report(value);
    }

    public void Dispose()
    {
        bar?.Dispose();
        plot.Dispose();
    }
}
