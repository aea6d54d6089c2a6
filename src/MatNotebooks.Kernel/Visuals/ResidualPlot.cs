using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Errors of predictions over what was predicted: their running mean, the band that holds nine tenths of them, and how they are spread.</summary>
public sealed record ResidualPlot : Figure
{
    private const int PerWindow = 12; // points at least, for a mean and two quantiles that say something

    /// <summary>Builds a plot of predicted minus actual values.</summary>
    /// <param name="predicted">Predicted values | unit as <paramref name="unit"/>.</param>
    /// <param name="actual">Actual values, as many | same unit. A pair with a value that is not finite is left out.</param>
    /// <param name="unit">Unit of both.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or hold no pair of finite values.</exception>
    public ResidualPlot(IReadOnlyList<double> predicted, IReadOnlyList<double> actual, string unit)
    {
        Same.Count(predicted.Count, "predicted", actual.Count, "actual");
        Errors = ParityErrors.Of(predicted, actual);
        (Predicted, Actual, Unit) = (predicted, actual, unit);
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

    /// <summary>A group for each pair, such as train and test; null, the default, for one group.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Mean absolute and root mean square error, R² and the greatest error, over all pairs.</summary>
    public ParityErrors Errors { get; }

    /// <summary>Mean absolute error of the crystals that hold each element, on the periodic table.</summary>
    /// <param name="predicted">Predicted values.</param>
    /// <param name="actual">Actual values, as many.</param>
    /// <param name="compositions">Composition of each, as many.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static PeriodicTableHeatmap ByElement(IReadOnlyList<double> predicted, IReadOnlyList<double> actual, IReadOnlyList<Composition> compositions, string unit)
    {
        Same.Count(predicted.Count, "predicted", actual.Count, "actual");
        Same.Count(compositions.Count, "compositions", actual.Count, "actual");
        var errors = compositions.SelectMany((composition, i) => composition.Elements.Select(element => (Element: element, Error: Math.Abs(predicted[i] - actual[i]))))
            .Where(pair => double.IsFinite(pair.Error)).GroupBy(pair => pair.Element, pair => pair.Error);
        return new(errors.ToDictionary(group => group.Key, group => group.Average())) { Value = new("mean absolute error", unit) };
    }

    internal override Chart Draw()
    {
        if (Labels is not null) Same.Count(Labels.Count, "Labels", Actual.Count, "actual");
        if (Groups is not null) Same.Count(Groups.Count, "Groups", Actual.Count, "actual");
        var errors = Interval.Of(Finite().Select(Error)).Padded(0.06, false);
        var range = errors with { High = errors.High + (0.22 * errors.Length) }; // room for the numbers
        var y = new PanelAxis { Title = $"predicted − actual ({Unit})", Range = range, Link = "error" };
        var main = new Panel(new() { Title = $"predicted {Quantity} ({Unit})" }, y, [.. Bands(), Zero(), .. GroupColors.Of(Groups).Select(Points)])
        {
            Note = new(Corner.TopLeft, [$"mean error {Text(Bias)}", $"MAE {Text(Errors.MeanAbsolute)}", $"RMSE {Text(Errors.RootMeanSquare)}"]),
        };
        return new([main, Spread(range)]) { Columns = [5, 1] };
    }

    internal override string Words()
    {
        var share = (double)Finite().Count(i => Math.Abs(Error(i)) <= Errors.RootMeanSquare) / Errors.Count;
        return $"{Title ?? $"Errors of predicted {Quantity}"}: {Errors.Words(Unit)}, mean error {Text(Bias)}"
            + (Labels is null ? "" : $", greatest for {Labels[Errors.Worst]}")
            + $"; {100 * share:0} % of the errors lie within the RMSE (68 % would, were they normal).";
    }

    private int[] Finite() => [.. Enumerable.Range(0, Actual.Count).Where(i => double.IsFinite(Error(i)))];

    private double Bias => Finite().Average(Error);

    private double Error(int i) => Predicted[i] - Actual[i];

    private Mark Points(GroupColors.Group group)
    {
        int[] members = [.. Finite().Where(i => Groups is null || Groups[i] == group.Name)];
        return new PointMark([.. members.Select(i => Predicted[i])], [.. members.Select(Error)])
        {
            Name = group.Name.Length > 0 ? group.Name : null, Color = group.Color, Symbol = group.Symbol,
            Size = Actual.Count > 1000 ? 4.5 : 6, Opacity = Actual.Count > 3000 ? 0.3 : Actual.Count > 300 ? 0.5 : 0.75,
            Labels = Labels is null ? null : [.. members.Select(i => Labels[i])],
        };
    }

    // Windows of equally many neighbours along the predictions.
    private IEnumerable<Mark> Bands()
    {
        var order = Finite().OrderBy(i => Predicted[i]).ToArray();
        if (order.Length < 3 * PerWindow) yield break;
        var size = Math.Max(PerWindow, order.Length / 8);
        var step = Math.Max(1, size / 3);
        var windows = Enumerable.Range(0, ((order.Length - size) / step) + 1).Select(turn => order.Skip(turn * step).Take(size).ToArray()).ToArray();
        double[] x = [.. windows.Select(window => window.Average(i => Predicted[i]))];
        double[] Of(Func<double[], double> measure) => [.. windows.Select(window => measure([.. window.Select(Error).Order()]))];
        yield return new BandMark(x, Of(errors => At(errors, 0.05)), Of(errors => At(errors, 0.95))) { Color = Theme.Reference, Opacity = 0.2 };
        yield return new LineMark(x, Of(errors => errors.Average())) { Name = "running mean, 90 % band", Color = Theme.Ink, Width = 1.8, Silent = true };
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];

    private Mark Zero()
    {
        var range = Interval.Of(Finite().Select(i => Predicted[i])).Padded(0.04, false);
        return new LineMark([range.Low, range.High], [0, 0]) { Color = Theme.Reference, Width = 1.4, Dash = Dash.Dashed, Silent = true };
    }

    private Panel Spread(Interval range)
    {
        var bins = new Bins(range, 40);
        var bars = new BarMark(bins.Centers, bins.CountsOf(Finite().Select(Error)), bins.Width) { Lying = true, Color = Theme.Line, Labels = bins.Labels(Unit) };
        return new(PanelAxis.Hidden with { FromZero = true, Title = "points" }, PanelAxis.Hidden with { Range = range, Link = "error" }, [bars]) { Column = 1 };
    }

    private string Text(double value) => Charts.Quantity.Of(value, 3, Unit);
}
