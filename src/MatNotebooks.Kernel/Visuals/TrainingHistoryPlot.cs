using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Errors over the epochs of a training, the best validation marked, and the learning rate below where it is given.</summary>
public sealed record TrainingHistoryPlot : Figure
{
    /// <summary>Builds a history.</summary>
    /// <param name="training">Training error of each epoch.</param>
    /// <param name="validation">Validation error of each epoch, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public TrainingHistoryPlot(IReadOnlyList<double> training, IReadOnlyList<double> validation)
    {
        Same.Count(training.Count, "training", validation.Count, "validation");
        Same.NotEmpty(training.Count, "training");
        (Training, Validation) = (training, validation);
    }

    /// <summary>Training error of each epoch.</summary>
    public IReadOnlyList<double> Training { get; }

    /// <summary>Validation error of each epoch.</summary>
    public IReadOnlyList<double> Validation { get; }

    /// <summary>Learning rate of each epoch; null, the default, for no panel of it.</summary>
    public IReadOnlyList<double>? LearningRates { get; init; }

    /// <summary>The error. Logarithmic by default.</summary>
    public Axis Y { get; init; } = new("error") { Logarithmic = true };

    /// <summary>Epoch of the lowest validation error, the first being 1; 0 when none is finite.</summary>
    public int BestEpoch => Enumerable.Range(0, Validation.Count).Where(i => double.IsFinite(Validation[i])).OrderBy(i => Validation[i]).Select(i => i + 1).FirstOrDefault();

    internal override Chart Draw()
    {
        double[] epochs = [.. Enumerable.Range(1, Training.Count).Select(epoch => (double)epoch)];
        List<Mark> marks =
        [
            new LineMark(epochs, Training) { Name = "training", Color = Palette.ColorOf(0) },
            new LineMark(epochs, Validation) { Name = "validation", Color = Palette.ColorOf(1) },
        ];
        if (BestEpoch > 0)
            marks.Add(new PointMark([BestEpoch], [Validation[BestEpoch - 1]]) { Name = "best validation", Color = Palette.ColorOf(1), Size = 11, Opacity = 1, Symbol = Symbol.Diamond });
        var note = BestEpoch > 0 ? new Note(Corner.TopRight, [$"best {Quantity.Of(Validation[BestEpoch - 1], 3, Y.Unit)}", $"epoch {BestEpoch} of {Training.Count}"]) : null;
        var errors = new Panel(new() { Title = LearningRates is null ? "epoch" : "", ShowLabels = LearningRates is null, Link = "epoch" }, PanelAxis.Of(Y), [.. marks]) { Note = note };
        if (LearningRates is null) return new([errors]);
        Same.Count(LearningRates.Count, "LearningRates", Training.Count, "training");
        var rates = new Panel(
            new() { Title = "epoch", Link = "epoch" }, new() { Title = "rate", Logarithmic = true }, [new LineMark(epochs, LearningRates) { Name = "learning rate", Color = Theme.Reference, InLegend = false }])
        { Row = 1 };
        return new([errors, rates]) { Rows = [3.4, 1] };
    }

    internal override string Words()
    {
        var best = BestEpoch > 0 ? $"best validation {Quantity.Of(Validation[BestEpoch - 1], 3, Y.Unit)} at epoch {BestEpoch}" : "no finite validation";
        return $"{Title ?? $"{Y.Label} while training"}: {Training.Count} epochs, {best}, last training {Quantity.Of(Training[^1], 3, Y.Unit)}, last validation {Quantity.Of(Validation[^1], 3, Y.Unit)}";
    }
}
