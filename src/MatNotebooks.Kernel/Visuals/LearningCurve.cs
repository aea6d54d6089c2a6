using System.Collections.Immutable;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How the error falls with the size of the training set, with its interval, for one model or several; both axes logarithmic.</summary>
public sealed record LearningCurve : Figure
{
    private const int MostLabelled = 8; // sizes; more are labelled by round numbers

    private ImmutableArray<IntervalSeries> curves;

    /// <summary>Builds a learning curve of one model; <see cref="With"/> adds others.</summary>
    /// <param name="sizes">Sizes of the training set | above 0.</param>
    /// <param name="means">Mean error at each size.</param>
    /// <param name="lower">Lower end of each interval.</param>
    /// <param name="upper">Upper end of each interval.</param>
    /// <param name="name">Name of the model. The default is "model".</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public LearningCurve(
        IReadOnlyList<double> sizes, IReadOnlyList<double> means, IReadOnlyList<double> lower, IReadOnlyList<double> upper, string name = "model") =>
        curves = [new(name, sizes, means, lower, upper)];

    /// <summary>The curves, in the order they were added.</summary>
    public IReadOnlyList<IntervalSeries> Curves => curves;

    /// <summary>Size of the training set. The default is "training crystals".</summary>
    public Axis X { get; init; } = "training crystals";

    /// <summary>The error.</summary>
    public Axis Y { get; init; } = "mean absolute error";

    /// <summary>The same figure with the curve of another model.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public LearningCurve With(
        string name, IReadOnlyList<double> sizes, IReadOnlyList<double> means, IReadOnlyList<double> lower, IReadOnlyList<double> upper) =>
        this with { curves = curves.Add(new(name, sizes, means, lower, upper)) };

    internal override Chart Draw()
    {
        double[] sizes = [.. curves.SelectMany(curve => curve.X).Where(size => size > 0).Distinct().Order()];
        Tick[]? ticks = sizes.Length <= MostLabelled ? [.. sizes.Select(size => new Tick(size, size.ToString("N0")))] : null;
        var x = PanelAxis.Of(X) with { Logarithmic = true, Ticks = ticks };
        return new([new Panel(x, PanelAxis.Of(Y) with { Logarithmic = true }, [.. curves.SelectMany(Marks)])]);
    }

    internal override string Words() =>
        string.Join('\n', curves.Select(Words).Prepend(Title ?? $"Learning curve of {Y.Label}"));

    private string Words(IntervalSeries curve) => $"{curve.Name}: {string.Join("; ", Enumerable.Range(0, curve.X.Count).Select(i => Point(curve, i)))}";

    private string Point(IntervalSeries curve, int i) =>
        $"{Quantity.Of(curve.Mean[i], 3, Y.Unit)} ({Quantity.Of(curve.Lower[i], 3)} to {Quantity.Of(curve.Upper[i], 3)}) with {curve.X[i]:N0}";

    private static IEnumerable<Mark> Marks(IntervalSeries curve, int index)
    {
        var color = Palette.ColorOf(index);
        yield return new BandMark(curve.X, curve.Lower, curve.Upper) { Color = color };
        yield return new LineMark(curve.X, curve.Mean) { Name = curve.Name, Color = color, Silent = true, InLegend = false };
        yield return new PointMark(curve.X, curve.Mean)
        {
            Name = curve.Name, Color = color, Opacity = 1, OnLine = true, Size = 8, Symbol = Palette.SymbolOf(index),
        };
    }
}
