using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Training;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A training over its epochs: validation error with the best epoch marked, below it training loss and learning rate.</summary>
/// <remarks>While a training runs, <see cref="LiveTrainingPlot"/> draws it.</remarks>
public sealed record TrainingHistoryPlot : Figure
{
    private const string Shared = "epoch";

    /// <summary>Plots the epochs so far.</summary>
    /// <exception cref="ArgumentException">No epoch.</exception>
    public TrainingHistoryPlot(IReadOnlyList<EpochRecord> epochs)
    {
        Same.NotEmpty(epochs.Count, "epochs");
        Epochs = epochs;
        Height = 520;
    }

    /// <summary>Plots a finished training.</summary>
    public TrainingHistoryPlot(TrainingResult result)
        : this(result.Epochs)
    {
    }

    /// <summary>The epochs, at least one.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>The validation error; logarithmic by default.</summary>
    public Axis Error { get; init; } = new("validation error") { Logarithmic = true };

    /// <summary>The epoch with the lowest validation error; null when none is finite.</summary>
    public EpochRecord? Best => Epochs.Where(epoch => double.IsFinite(epoch.ValidationError)).MinBy(epoch => epoch.ValidationError);

    internal override Chart Draw() => new(
    [
        Panel(PanelAxis.Of(Error), epoch => epoch.ValidationError, Palette.ColorOf(0), 0, Star()) with { Note = BestNote() },
        Panel(new() { Title = "training loss", Logarithmic = true }, epoch => epoch.TrainingLoss, Palette.ColorOf(1), 1),
        Panel(new() { Title = "rate", Logarithmic = true }, epoch => epoch.LearningRate, Theme.Reference, 2),
    ])
    {
        Rows = [3, 2, 1],
    };

    internal override string Words()
    {
        var last = Epochs[^1];
        string Amount(double value) => Quantity.Of(value, 3, Error.Unit);
        var best = Best is { } epoch ? $"best {Error.Label} {Amount(epoch.ValidationError)} at epoch {epoch.Number}" : $"no finite {Error.Label}";
        return $"{Title ?? "Training"}: {Epochs.Count} epoch{(Epochs.Count == 1 ? "" : "s")}, {best}, last {Amount(last.ValidationError)}, "
            + $"training loss from {Quantity.Of(Epochs[0].TrainingLoss, 3)} to {Quantity.Of(last.TrainingLoss, 3)}";
    }

    private Panel Panel(PanelAxis y, Func<EpochRecord, double> value, string color, int row, params Mark[] more)
    {
        var last = row == 2;
        var line = new LineMark([.. Epochs.Select(epoch => (double)epoch.Number)], [.. Epochs.Select(value)]) { Color = color };
        return new(new() { Title = "epoch", ShowTitle = last, ShowLabels = last, Link = Shared }, y, [line, .. more]) { Row = row };
    }

    private Mark[] Star() => Best is not { } best ? [] :
    [
        new PointMark([best.Number], [best.ValidationError]) { Color = Palette.ColorOf(1), Size = 11, Opacity = 1, Symbol = Symbol.Diamond },
    ];

    private Note? BestNote() => Best is not { } best ? null
        : new(Corner.TopRight, [$"best {Quantity.Of(best.ValidationError, 3, Error.Unit)}", $"epoch {best.Number} of {Epochs[^1].Number}"]);
}
