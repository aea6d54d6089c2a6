using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Whether predicted probabilities of a class are honest: how often it came true against its probability, and below how often each was given.</summary>
public sealed record ReliabilityPlot : Figure
{
    /// <summary>Plots a calibration.</summary>
    public ReliabilityPlot(ClassCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        Calibration = calibration;
        (Width, Height) = (560, 600);
    }

    /// <summary>What was measured.</summary>
    public ClassCalibration Calibration { get; }

    /// <summary>What was predicted, such as "stable". The default is "class".</summary>
    public string Quantity { get; init; } = "class";

    internal override Chart Draw()
    {
        var bins = Calibration.Bins;
        double[] ends = [0, 1], x = [.. bins.Select(bin => bin.Probability)], y = [.. bins.Select(bin => bin.Share)];
        // One standard error of a share.
        double[] errors = [.. bins.Select(bin => Math.Sqrt(Math.Max(0.25 / bin.Count * 0.04, bin.Share * (1 - bin.Share) / bin.Count)))];
        string[] labels = [.. bins.Select(bin => $"{bin.Count:N0} predictions")];
        var upper = new Panel(
            new() { Title = $"predicted probability of {Quantity}", Range = new(0, 1), Link = "probability", ShowTitle = false, ShowLabels = false },
            new() { Title = "share that came true", Range = new(-0.02, 1.02) },
            [
                new LineMark(ends, ends) { Name = "honest", Color = Theme.Reference, Width = 1.4, Dash = Dash.Dashed, Silent = true },
                new LineMark(x, y) { Color = Palette.ColorOf(0), Silent = true },
                new PointMark(x, y) { Name = Quantity, Color = Palette.ColorOf(0), Size = 9, Opacity = 1, OnLine = true, Labels = labels, Errors = new(errors, errors) },
            ])
        {
            Note = new(Corner.TopLeft, [$"ECE {Charts.Quantity.Of(Calibration.ExpectedError, 3)}", $"Brier score {Charts.Quantity.Of(Calibration.BrierScore, 3)}", $"{Calibration.Count:N0} predictions"]),
        };
        var counts = new BarMark(x, [.. bins.Select(bin => (double)bin.Count)], 0.06) { Color = Theme.Line, Labels = [.. bins.Select(bin => $"about {bin.Probability:0.00}")] };
        var lower = new Panel(
            new() { Title = $"predicted probability of {Quantity}", Range = new(0, 1), Link = "probability" }, new() { Title = "predictions", FromZero = true }, [counts]) { Row = 1 };
        return new([upper, lower]) { Rows = [4, 1] };
    }

    internal override string Words()
    {
        var worst = Calibration.Bins.MaxBy(bin => Math.Abs(bin.Share - bin.Probability));
        return $"{Title ?? $"Reliability of predicted probabilities of {Quantity}"}: {Calibration.Count:N0} predictions, expected calibration error (ECE) {Charts.Quantity.Of(Calibration.ExpectedError, 3)}, "
            + $"Brier score {Charts.Quantity.Of(Calibration.BrierScore, 3)}; farthest off: of {worst.Count:N0} given about {worst.Probability:0.00}, {100 * worst.Share:0.#} % came true.";
    }
}
