using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Predicted against actual values, with the line where both agree, their errors, and how each is spread.</summary>
public sealed record ParityPlot : Figure
{
    /// <summary>Builds a parity plot.</summary>
    /// <param name="predicted">Predicted values | unit as <paramref name="unit"/>.</param>
    /// <param name="actual">Actual values, as many | same unit. A pair with a value that is not finite is left out.</param>
    /// <param name="unit">Unit of both.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or hold no pair of finite values.</exception>
    public ParityPlot(IReadOnlyList<double> predicted, IReadOnlyList<double> actual, string unit)
    {
        Same.Count(predicted.Count, "predicted", actual.Count, "actual");
        Errors = ParityErrors.Of(predicted, actual);
        (Predicted, Actual, Unit) = (predicted, actual, unit);
        (Width, Height) = (600, 600);
    }

    /// <summary>Predicted values.</summary>
    public IReadOnlyList<double> Predicted { get; }

    /// <summary>Actual values.</summary>
    public IReadOnlyList<double> Actual { get; }

    /// <summary>Unit of both.</summary>
    public string Unit { get; }

    /// <summary>What is predicted. The default is "value".</summary>
    public string Quantity { get; init; } = "value";

    /// <summary>What each pair is called on hover (an id, a formula); null, the default, for nothing.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>A group for each pair, such as train and test; groups differ in colour and shape, a name alike in all figures of a notebook. Null, the default, for one group.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Standard deviation of each prediction, drawn as error bars; null, the default, for none.</summary>
    public IReadOnlyList<double>? Uncertainty { get; init; }

    /// <summary>Mean absolute and root mean square error, R² and the greatest error, over all pairs.</summary>
    public ParityErrors Errors { get; }

    internal override Chart Draw()
    {
        if (Labels is not null) Same.Count(Labels.Count, "Labels", Actual.Count, "actual");
        if (Groups is not null) Same.Count(Groups.Count, "Groups", Actual.Count, "actual");
        if (Uncertainty is not null) Same.Count(Uncertainty.Count, "Uncertainty", Actual.Count, "actual");
        var range = Interval.Of(Predicted.Concat(Actual)).Padded(0.05, false);
        return new([Main(range), Spread(range, lying: false), Spread(range, lying: true)]) { Columns = [5, 1], Rows = [1, 5] };
    }

    internal override string Words() =>
        $"{Title ?? $"Predicted against actual {Quantity}"}: {Errors.Words(Unit)}"
        + (Labels is null ? "" : $", for {Labels[Errors.Worst]}") + $" (predicted {Text(Predicted[Errors.Worst])}, actual {Text(Actual[Errors.Worst])}).";

    private Panel Main(Interval range)
    {
        double[] ends = [range.Low, range.High];
        var line = new LineMark(ends, ends) { Color = Theme.Reference, Width = 1.4, Dash = Dash.Dashed, Silent = true };
        string[] note =
        [
            $"MAE {Text(Errors.MeanAbsolute)}",
            $"RMSE {Text(Errors.RootMeanSquare)}",
            $"R² {Charts.Quantity.Of(Errors.RSquared, 3)}",
            $"{Errors.Count:N0} points",
        ];
        return new(
            new() { Title = $"actual {Quantity} ({Unit})", Range = range, Link = "actual" },
            new() { Title = $"predicted {Quantity} ({Unit})", Range = range, Link = "predicted" },
            [line, .. GroupColors.Of(Groups).Select(Points)])
        { Row = 1, Note = new(Corner.TopLeft, note) };
    }

    private Mark Points(GroupColors.Group group)
    {
        int[] members = [.. Enumerable.Range(0, Actual.Count).Where(i => Groups is null || Groups[i] == group.Name)];
        return new PointMark([.. members.Select(i => Actual[i])], [.. members.Select(i => Predicted[i])])
        {
            Name = group.Name.Length > 0 ? group.Name : null,
            Color = group.Color,
            Symbol = group.Symbol,
            Size = Actual.Count > 1000 ? 5 : 7,
            Opacity = Actual.Count > 3000 ? 0.3 : Actual.Count > 300 ? 0.55 : 0.8,
            Labels = Labels is null ? null : [.. members.Select(i => Labels[i])],
            Errors = Uncertainty is null ? null : new([.. members.Select(i => Uncertainty[i])], [.. members.Select(i => Uncertainty[i])]),
        };
    }

    private Panel Spread(Interval range, bool lying)
    {
        var values = lying ? Predicted : Actual;
        var bins = new Bins(range, 36);
        var counts = bins.CountsOf(values);
        var bars = new BarMark(bins.Centers, counts, bins.Width) { Lying = lying, Color = Theme.Line, Labels = bins.Labels(Unit) };
        var along = PanelAxis.Hidden with { Range = range, Link = lying ? "predicted" : "actual" };
        var across = PanelAxis.Hidden with { FromZero = true, Title = "points" };
        return lying ? new(across, along, [bars]) { Row = 1, Column = 1 } : new(along, across, [bars]);
    }

    private string Text(double value) => Charts.Quantity.Of(value, 3, Unit);
}
