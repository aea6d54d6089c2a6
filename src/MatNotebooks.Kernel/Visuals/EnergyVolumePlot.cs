using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Energy over volume: computed points with their fitted curve, predictions dashed, a colour for each phase or compound.</summary>
public sealed record EnergyVolumePlot : Figure
{
    private const int Samples = 80; // of a fitted curve

    /// <summary>Builds a plot of one or more curves.</summary>
    /// <exception cref="ArgumentException">No curve, or predictions that do not fit one.</exception>
    public EnergyVolumePlot(params IReadOnlyList<EnergyVolumeCurve> curves)
    {
        Same.NotEmpty(curves.Count, "curves");
        foreach (var curve in curves)
            Same.Count(curve.Volumes.Count, "volumes", curve.Predicted?.Count ?? curve.Volumes.Count, $"predicted energies of '{curve.Name}'");
        Curves = curves;
    }

    /// <summary>The curves, at least one.</summary>
    public IReadOnlyList<EnergyVolumeCurve> Curves { get; }

    /// <summary>The volume. The default is per atom | Å³.</summary>
    public Axis X { get; init; } = new("volume per atom", "Å³");

    /// <summary>The energy. The default is per atom | eV.</summary>
    public Axis Y { get; init; } = new("energy", "eV/atom");

    /// <summary>What made the points. The default is "DFT".</summary>
    public string ReferenceName { get; init; } = "DFT";

    /// <summary>What made the predictions. The default is "predicted".</summary>
    public string PredictedName { get; init; } = "predicted";

    /// <summary>Whether energies are shown from the lowest of the points. The default is true.</summary>
    public bool FromLowest { get; init; } = true;

    internal override Chart Draw()
    {
        var y = PanelAxis.Of(FromLowest ? Y with { Label = $"{Y.Label} above the lowest" } : Y);
        return new([new Panel(PanelAxis.Of(X), y, [.. Curves.SelectMany(Marks), .. Keys()])]);
    }

    internal override string Words() => $"{Title ?? $"{Y.Label} over {X.Label}"}\n{string.Join('\n', Curves.Select(Words))}";

    private double Zero => FromLowest ? Interval.Of(Curves.SelectMany(curve => curve.Energies)) is { IsEmpty: false } range ? range.Low : 0 : 0;

    private IEnumerable<Mark> Marks(EnergyVolumeCurve curve, int index)
    {
        var (color, zero) = (Palette.ColorOf(index), Zero);
        yield return Line(curve, curve.Fit, curve.Energies) with { Name = curve.Name, Color = color, Silent = true, InLegend = false };
        yield return new PointMark(curve.Volumes, [.. curve.Energies.Select(energy => energy - zero)])
        {
            Name = curve.Name, Color = color, Symbol = Palette.SymbolOf(index), Opacity = 1, OnLine = true,
        };
        if (!curve.IsPredicted) yield break;
        yield return Line(curve, curve.PredictedFit, curve.Predicted ?? []) with
        {
            Name = $"{curve.Name}, {PredictedName}", Color = color, Dash = Dash.Dashed, InLegend = false,
        };
        if (curve.Predicted is not { } predicted) yield break;
        yield return new PointMark(curve.Volumes, [.. predicted.Select(energy => energy - zero)])
        {
            Color = color, Symbol = Symbol.Ring, Opacity = 1, Size = 6, Labels = [.. predicted.Select(_ => $"{curve.Name}, {PredictedName}")],
        };
    }

    // Grey entries that say what is solid and what is dashed, where both are there.
    private IEnumerable<Mark> Keys()
    {
        if (!Curves.Any(curve => curve.IsPredicted)) yield break;
        yield return new LineMark([double.NaN], [double.NaN]) { Name = ReferenceName, Color = Theme.Reference, Silent = true };
        yield return new LineMark([double.NaN], [double.NaN]) { Name = PredictedName, Color = Theme.Reference, Dash = Dash.Dashed, Silent = true };
    }

    private LineMark Line(EnergyVolumeCurve curve, Func<double, double>? fit, IReadOnlyList<double> energies)
    {
        var zero = Zero;
        if (fit is null)
        {
            int[] order = [.. Enumerable.Range(0, energies.Count).OrderBy(i => curve.Volumes[i])];
            return new([.. order.Select(i => curve.Volumes[i])], [.. order.Select(i => energies[i] - zero)]);
        }
        var range = Interval.Of(curve.Volumes);
        double[] volumes = [.. Enumerable.Range(0, Samples + 1).Select(i => range.Low + (range.Length * i / Samples))];
        return new(volumes, [.. volumes.Select(volume => fit(volume) - zero)]);
    }

    private string Words(EnergyVolumeCurve curve)
    {
        var lowest = Enumerable.Range(0, curve.Energies.Count).MinBy(i => curve.Energies[i]);
        var (energy, volume) = (Quantity.Short(curve.Energies[lowest], 6, Y.Unit), Quantity.Short(curve.Volumes[lowest], 4, X.Unit));
        var words = $"{curve.Name}: {curve.Energies.Count} points, lowest {energy} at {volume}";
        var predicted = curve.Predicted ?? (curve.PredictedFit is { } fit ? [.. curve.Volumes.Select(fit)] : null);
        if (predicted is null) return words;
        var off = predicted.Zip(curve.Energies, (left, right) => Math.Abs(left - right)).Average();
        return $"{words}; {PredictedName} off by {Quantity.Of(off, 3, Y.Unit)} on average";
    }
}
