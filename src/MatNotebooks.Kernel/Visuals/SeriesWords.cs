using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A series in words: how many points, from where to where, its lowest and highest.</summary>
internal static class SeriesWords
{
    internal static string Of(Series series, Axis x, Axis y)
    {
        var finite = Enumerable.Range(0, series.X.Count).Where(i => double.IsFinite(series.X[i]) && double.IsFinite(series.Y[i])).ToArray();
        var name = series.Name.Length > 0 ? series.Name : y.Label;
        if (finite.Length == 0) return $"{name}: no finite point of {series.X.Count}";
        var (low, high) = (finite.MinBy(i => series.Y[i]), finite.MaxBy(i => series.Y[i]));
        string At(int i) => $"{Quantity.Short(series.Y[i], 4, y.Unit)} at {x.Label} {Quantity.Short(series.X[i], 4, x.Unit)}";
        return $"{name}: {finite.Length} points, lowest {At(low)}, highest {At(high)}";
    }
}
