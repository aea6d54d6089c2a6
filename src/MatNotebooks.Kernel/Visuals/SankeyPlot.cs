using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Kernel.Visuals.Flows;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Where things go, stage by stage, as bands as wide as the amounts: candidates through the filters of a search, records through cleaning.</summary>
public sealed record SankeyPlot : Figure
{
    private const double LabelRoom = 0.2; // of the way from the first column to the last, behind the last

    /// <summary>Builds a flow diagram.</summary>
    /// <param name="flows">The flows, at least one; those of the same two stages add up. Stages stand in columns, left to right.</param>
    /// <exception cref="ArgumentException">No flow, an amount that is not greater than 0, or flows that go in a circle.</exception>
    public SankeyPlot(params IReadOnlyList<Flow> flows)
    {
        Same.NotEmpty(flows.Count, "flows");
        foreach (var flow in flows)
            if (!(flow.Amount > 0 && double.IsFinite(flow.Amount)))
                throw new ArgumentException($"The flow from '{flow.From}' to '{flow.To}' is {flow.Amount}; an amount must be greater than 0 and finite.");
        Flows = [.. flows.GroupBy(flow => (flow.From, flow.To)).Select(same => new Flow(same.Key.From, same.Key.To, same.Sum(flow => flow.Amount)))];
        Layout = FlowLayout.Of(Flows);
    }

    /// <summary>The flows, each pair of stages once.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>What flows and its unit. The default is "amount".</summary>
    public Axis Amount { get; init; } = "amount";

    private FlowLayout Layout { get; }

    internal override Chart Draw()
    {
        var (x, y) = (PanelAxis.Hidden with { Range = new(-0.01, 1 + LabelRoom) }, PanelAxis.Hidden with { Range = new(-0.02, 1.02) });
        var bands = Layout.Bands().ToArray();
        var nodes = Layout.Nodes.Values.ToArray();
        return new([new Panel(x, y,
        [
            .. bands.Select(band => new BandMark(band.X, band.Lower, band.Upper) { Color = band.From.Color, Opacity = 0.36 }),
            .. nodes.Select(Bar),
            new PointMark([.. bands.Select(band => band.MiddleX)], [.. bands.Select(band => band.MiddleY)])
            {
                Size = 5, Color = Theme.Paper, Opacity = 0.8, Labels = [.. bands.Select(band => Words(band.From, band.To.Name, band.Amount))],
            },
            new TextMark([.. nodes.Select(node => Layout.XOf(node) + FlowLayout.NodeWidth + 0.006)], [.. nodes.Select(node => node.Middle)], [.. nodes.Select(node => $"{node.Name} {Text(node.Amount)}")])
            {
                Size = Theme.TickSize, Color = Theme.Ink, Side = TextSide.Right,
            },
        ])]);
    }

    internal override string Words() => string.Join('\n', Flows.Select(flow => Words(Layout.Nodes[flow.From], flow.To, flow.Amount)).Prepend(Title ?? $"Flows of {Amount.Label}"));

    private string Words(FlowNode from, string to, double amount) => $"{from.Name} to {to}: {Text(amount)} ({Quantity.Short(100 * amount / from.Amount, 3)} % of {from.Name})";

    private string Text(double amount) => Quantity.Short(amount, 5, Amount.Unit);

    private BandMark Bar(FlowNode node)
    {
        var (left, low, high) = (Layout.XOf(node), node.Middle - (node.Share / 2), node.Middle + (node.Share / 2));
        return new([left, left + FlowLayout.NodeWidth], [low, low], [high, high]) { Color = node.Color, Opacity = 1 };
    }
}
