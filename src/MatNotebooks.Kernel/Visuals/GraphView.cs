using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Kernel.Visuals.Graphs;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// A crystal graph as a network reads it, drawn flat: atoms as nodes, each pair of neighbours as one edge however many images it joins,
/// dashed where every one of them crosses a face of the cell. For the same edges in space, <see cref="CrystalView.WithBondWeights"/>.
/// </summary>
public sealed record GraphView : Figure
{
    private const int MostAtoms = 200;

    /// <summary>Shows the neighbours of a crystal's atoms.</summary>
    /// <param name="crystal">The crystal, at most 200 sites.</param>
    /// <param name="options">Which atoms are neighbours; null, the default, for those within 4 Å, at most 12 each.</param>
    /// <exception cref="ArgumentException">More than 200 sites, or atoms that are less than 0.01 Å apart.</exception>
    public GraphView(Crystal crystal, GraphOptions? options = null)
    {
        if (crystal.Sites.Length > MostAtoms)
            throw new ArgumentException($"A graph of {crystal.Sites.Length:N0} atoms; at most {MostAtoms} are readable. Show a smaller cell.");
        (Crystal, Neighbors) = (crystal, NeighborList.Find(crystal, options ?? new GraphOptions { Cutoff = 4, MaxNeighbors = 12 }));
        (Width, Height) = (640, 520);
    }

    /// <summary>The crystal.</summary>
    public Crystal Crystal { get; }

    /// <summary>The directed edges, every image on its own.</summary>
    public NeighborList Neighbors { get; }

    /// <summary>A weight for each directed edge; null, the default, to show distances.</summary>
    public ColorValues? Weights { get; init; }

    /// <summary>The same graph with a weight on its edges, such as the attention of a network; an edge shows the mean over what it joins.</summary>
    /// <param name="quantity">What the weights measure.</param>
    /// <param name="weights">One for each edge of <see cref="Neighbors"/>.</param>
    public GraphView WithWeights(Axis quantity, IReadOnlyList<double> weights) => this with { Weights = new(quantity, weights) };

    internal override Chart Draw()
    {
        var (edges, bar) = (Edges(), Bar());
        var places = ForceLayout.Place(Crystal.Sites.Length, [.. edges.Select(edge => (edge.First, edge.Second))]);
        var room = new PanelAxis { Visible = false, ShowLabels = false, ShowGrid = false, Range = new(-1.14, 1.14) };
        Mark[] marks =
        [
            .. edges.OrderBy(edge => Value(edge)).Select(edge => Line(edge, places, bar)),
            Middles(edges, places),
            .. Nodes(places),
        ];
        return new([new Panel(room, room, [.. marks]) { ColorBar = bar }]) { Title = Title ?? $"Graph of {Formula.Subscripted(Crystal.Composition.ReducedFormula)}" };
    }

    internal override string Words()
    {
        var edges = Edges();
        if (edges.Length == 0) return $"Graph of {Crystal.Composition.ReducedFormula}: {Crystal.Sites.Length} atoms, no neighbour within the cutoff.";
        var lines = $"{Title ?? $"Graph of {Crystal.Composition.ReducedFormula}"}: {Crystal.Sites.Length} atoms, {Neighbors.Count} directed edges between {edges.Length} pairs, "
            + $"{Neighbors.Distances.Min():0.00} to {Neighbors.Distances.Max():0.00} Å; {edges.Count(edge => edge.Periodic)} pairs meet only across a face of the cell.";
        if (Weights is not { } weights) return lines;
        var strongest = edges.MaxBy(Value);
        return $"{lines}\n{weights.Axis.Label}: greatest mean {Quantity.Of(Value(strongest), 3, weights.Axis.Unit)} on {NameOf(strongest.First)}–{NameOf(strongest.Second)}.";
    }

    private GraphEdge[] Edges()
    {
        if (Weights is { } weights) Same.Count(weights.Values.Count, "Weights", Neighbors.Count, "the graph (edges)");
        return [.. Enumerable.Range(0, Neighbors.Count)
            .GroupBy(edge => (First: Math.Min(Neighbors.Receivers[edge], Neighbors.Senders[edge]), Second: Math.Max(Neighbors.Receivers[edge], Neighbors.Senders[edge])))
            .OrderBy(pair => pair.Key)
            .Select(pair => new GraphEdge(
                pair.Key.First, pair.Key.Second, pair.Count(), pair.Min(edge => Neighbors.Distances[edge]), Weights is null ? double.NaN : pair.Average(edge => Weights.Values[edge]),
                pair.All(edge => Neighbors.Shifts[edge] != default)))];
    }

    private double Value(GraphEdge edge) => Weights is null ? -edge.Distance : edge.Weight;

    private ColorBar Bar()
    {
        var axis = Weights?.Axis ?? new Axis("distance", "Å");
        var range = axis.Range is { } wanted ? new Interval(wanted.Low, wanted.High) : Interval.Of(Edges().Select(edge => Weights is null ? edge.Distance : edge.Weight));
        var scale = Weights is null ? new ColorScale([.. ColorScale.Embers.Stops.Reverse()]) : ColorScale.Embers;
        return new(axis.Title, scale, range.Length > 0 ? range : range.Padded(0.05, false));
    }

    private LineMark Line(GraphEdge edge, (double X, double Y)[] places, ColorBar bar)
    {
        var value = Weights is null ? edge.Distance : edge.Weight;
        var share = Math.Clamp((value - bar.Range.Low) / bar.Range.Length, 0, 1);
        var strength = Weights is null ? 1 - share : share;
        var (x, y) = edge.First == edge.Second ? ForceLayout.Loop(places[edge.First], (double)Width / Height) : ([places[edge.First].X, places[edge.Second].X], [places[edge.First].Y, places[edge.Second].Y]);
        return new(x, y) { Color = bar.Scale.Of(value, bar.Range), Width = 1.2 + (3.3 * strength), Dash = edge.Periodic ? Dash.Dashed : Dash.Solid, Silent = true };
    }

    // A dot in the middle of every edge says what it is.
    private PointMark Middles(GraphEdge[] edges, (double X, double Y)[] places)
    {
        var middles = edges.Select(edge => edge.First == edge.Second ? ForceLayout.LoopTop(places[edge.First])
            : ((places[edge.First].X + places[edge.Second].X) / 2, (places[edge.First].Y + places[edge.Second].Y) / 2)).ToArray();
        return new([.. middles.Select(place => place.Item1)], [.. middles.Select(place => place.Item2)])
        {
            Size = 7, Opacity = 1, Values = [.. edges.Select(edge => Weights is null ? edge.Distance : edge.Weight)],
            Labels = [.. edges.Select(edge => $"{NameOf(edge.First)}–{NameOf(edge.Second)}: {edge.Count} edge{(edge.Count == 1 ? "" : "s")}, nearest {edge.Distance:0.000} Å"
                + (Weights is { } weights ? $", mean {weights.Axis.Label} {Quantity.Of(edge.Weight, 3, weights.Axis.Unit)}" : "") + (edge.Periodic ? ", across a face" : ""))],
        };
    }

    private IEnumerable<Mark> Nodes((double X, double Y)[] places)
    {
        var size = places.Length <= 30 ? 30 : places.Length <= 80 ? 20 : 12;
        foreach (var element in Crystal.Sites.Index().GroupBy(pair => pair.Item.Element).OrderBy(group => group.Key.Number))
        {
            int[] members = [.. element.Select(pair => pair.Index)];
            double[] x = [.. members.Select(i => places[i].X)], y = [.. members.Select(i => places[i].Y)];
            var color = element.Key.Color;
            yield return new PointMark(x, y)
            {
                Name = element.Key.Symbol, Color = color, Size = size, Opacity = 1,
                Labels = [.. members.Select(i => $"{NameOf(i)} {Crystal.Sites[i].Position}, {Neighbors.FirstEdge[i + 1] - Neighbors.FirstEdge[i]} neighbours")],
            };
            if (places.Length <= 80)
                yield return new TextMark(x, y, [.. members.Select(NameOf)]) { Size = places.Length <= 30 ? 11 : 8, Bold = true, Color = ColorScale.InkOn(color) };
        }
    }

    private string NameOf(int site) => Crystal.Sites[site].Element.Symbol + site;
}
