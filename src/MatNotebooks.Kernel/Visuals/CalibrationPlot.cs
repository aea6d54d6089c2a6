using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Whether predicted uncertainties are honest: share of actual values within intervals against the share they should hold, for one model or several.</summary>
public sealed record CalibrationPlot : Figure
{
    private ImmutableArray<(string Name, IntervalCalibration Found)> models;

    /// <summary>Plots the calibration of one model; <see cref="With"/> adds others.</summary>
    /// <param name="calibration">What was measured.</param>
    /// <param name="name">Name of the model. The default is "model".</param>
    public CalibrationPlot(IntervalCalibration calibration, string name = "model")
    {
        ArgumentNullException.ThrowIfNull(calibration);
        models = [(name, calibration)];
        (Width, Height) = (560, 540);
    }

    /// <summary>Unit of the predicted values, for the sharpness; null, the default, for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The same figure with another model.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="calibration">What was measured.</param>
    public CalibrationPlot With(string name, IntervalCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        return this with { models = models.Add((name, calibration)) };
    }

    internal override Chart Draw()
    {
        double[] ends = [0, 100];
        var ideal = new LineMark(ends, ends) { Name = "honest", Color = Theme.Reference, Width = 1.4, Dash = Dash.Dashed, Silent = true };
        PanelAxis Percent(string title) => new() { Title = $"{title} (%)", Range = new(0, 100) };
        return new([new Panel(Percent("expected share within the interval"), Percent("observed share within the interval"), [ideal, .. models.SelectMany(Curve)])
        {
            Note = new(Corner.BottomRight, [.. models.SelectMany(Facts)]),
        }]);
    }

    internal override string Words() => $"{Title ?? "Calibration of predicted intervals"}\n{string.Join('\n', models.Select(Words))}";

    private IEnumerable<Mark> Curve((string Name, IntervalCalibration Found) model, int index)
    {
        double[] expected = [0, .. model.Found.Expected.Select(share => 100 * share), 100], observed = [0, .. model.Found.Observed.Select(share => 100 * share), 100];
        yield return new BandMark(expected, expected, observed) { Color = Palette.ColorOf(index), Opacity = 0.14 };
        yield return new LineMark(expected, observed) { Name = model.Name, Color = Palette.ColorOf(index) };
    }

    private IEnumerable<string> Facts((string Name, IntervalCalibration Found) model)
    {
        var name = models.Length > 1 ? $"{model.Name}: " : "";
        yield return $"{name}area {Quantity.Of(model.Found.MiscalibrationArea, 2)}, sharpness {Quantity.Of(model.Found.Sharpness, 3, Unit)}";
    }

    private string Words((string Name, IntervalCalibration Found) model)
    {
        var found = model.Found;
        var at90 = found.Observed[89];
        var kind = Math.Abs(found.SignedArea) < 0.03 ? "" : found.SignedArea < 0 ? ", overconfident on the whole" : ", too cautious on the whole";
        return $"{model.Name}: {found.Count:N0} predictions, miscalibration area {Quantity.Of(found.MiscalibrationArea, 3)}{kind}; intervals of 90 % hold {100 * at90:0.#} %; "
            + $"sharpness {Quantity.Of(found.Sharpness, 3, Unit)}, negative log-likelihood {Quantity.Of(found.NegativeLogLikelihood, 3)}";
    }
}
