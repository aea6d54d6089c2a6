using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals.Maps;

/// <summary>The map itself: a ring round the point that is shown, then the points, group by group.</summary>
internal sealed class MapChart(EmbeddingMap map, MapPlaces places, IReadOnlyList<string> names)
{
    /// <summary>Traces before the points: the ring.</summary>
    internal const int FirstTrace = 1;

    private readonly IReadOnlyList<GroupColors.Group> groups = GroupColors.Of(map.Color is null ? map.Groups : null);

    /// <summary>For each trace of points the indices of its points.</summary>
    internal IReadOnlyList<int[]> Members { get; } = Split(map);

    internal Chart Draw(double width)
    {
        var axes = (X: new PanelAxis { Title = places.XTitle }, Y: new PanelAxis { Title = places.YTitle });
        return new([new Panel(axes.X, axes.Y, [Ring(), .. Members.Select(Points)]) { ColorBar = map.Color?.ToColorBar() }])
        {
            Title = map.Title, Width = width, Height = map.Height,
        };
    }

    private PointMark Ring() => new([places.X[map.Start]], [places.Y[map.Start]])
    {
        Color = Theme.Ink, Symbol = Symbol.Ring, Size = Size + 9, Opacity = 1, Labels = [names[map.Start]], LabelsAlone = true,
    };

    private int Size => places.X.Length > 2000 ? 5 : places.X.Length > 300 ? 7 : 9;

    private PointMark Points(int[] members, int index) => new([.. members.Select(i => places.X[i])], [.. members.Select(i => places.Y[i])])
    {
        Name = groups[index].Name.Length > 0 ? groups[index].Name : null,
        Color = groups[index].Color,
        Symbol = groups[index].Symbol,
        Size = Size,
        Opacity = 0.85,
        Labels = [.. members.Select(i => map.Color is { } color ? $"{names[i]}\n{color.Axis.Label} {Quantity.Short(color.Values[i], 4, color.Axis.Unit)}" : names[i])],
        LabelsAlone = true,
        Values = map.Color is null ? null : [.. members.Select(i => map.Color.Values[i])],
    };

    private static IReadOnlyList<int[]> Split(EmbeddingMap map)
    {
        var all = Enumerable.Range(0, map.Crystals.Count).ToArray();
        return map.Color is not null || map.Groups is null ? [all] : [.. GroupColors.Of(map.Groups).Select(group => all.Where(i => map.Groups[i] == group.Name).ToArray())];
    }
}
