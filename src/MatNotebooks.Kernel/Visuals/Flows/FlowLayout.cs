using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Flows;

/// <summary>
/// Places stages in columns, each one column after the last it comes from, and in each column near the middle of what flows into them.
/// </summary>
/// <param name="Flows">The flows.</param>
/// <param name="Nodes">The stages by name, in the order of their first flow.</param>
/// <param name="Columns">How many columns there are.</param>
internal sealed record FlowLayout(IReadOnlyList<Flow> Flows, IReadOnlyDictionary<string, FlowNode> Nodes, int Columns)
{
    /// <summary>Room between the stages of a column, as a share of the height.</summary>
    internal const double Gap = 0.05;

    /// <summary>Width of a stage, as a share of the way from the first column to the last.</summary>
    internal const double NodeWidth = 0.025;

    private const int Steps = 24;

    internal static FlowLayout Of(IReadOnlyList<Flow> flows)
    {
        string[] names = [.. flows.SelectMany(flow => new[] { flow.From, flow.To }).Distinct()];
        var columnOf = ColumnsOf(names, flows);
        var amountOf = names.ToDictionary(name => name, name => Math.Max(
            flows.Where(flow => flow.From == name).Sum(flow => flow.Amount), flows.Where(flow => flow.To == name).Sum(flow => flow.Amount)));
        var columns = columnOf.Values.Max() + 1;
        string[][] stacks = [.. Enumerable.Range(0, columns).Select(column => names.Where(name => columnOf[name] == column).ToArray())];
        var scale = stacks.Min(stack => Math.Max(0.2, 1 - (Gap * (stack.Length - 1))) / stack.Sum(name => amountOf[name]));
        var (nodes, middles) = (new Dictionary<string, FlowNode>(), new Dictionary<string, double>());
        foreach (var (column, stack) in stacks.Index())
        {
            // A stage's height is its amount; a column that leaves room stands in the middle.
            double Wish(string name) => flows.Where(flow => flow.To == name).Select(flow => (flow.Amount, Middle: middles[flow.From])).ToArray() is { Length: > 0 } sources
                ? sources.Sum(source => source.Amount * source.Middle) / sources.Sum(source => source.Amount) : 0.5;
            var ordered = column == 0 ? stack : [.. stack.OrderBy(Wish)];
            var top = Math.Max(0, 1 - (scale * stack.Sum(name => amountOf[name])) - (Gap * (stack.Length - 1))) / 2;
            foreach (var name in ordered)
            {
                var share = scale * amountOf[name];
                nodes[name] = new(name, column, amountOf[name], top, share, Palette.ColorOf(Array.IndexOf(names, name)));
                middles[name] = top + (share / 2);
                top += share + Gap;
            }
        }
        return new(flows, names.ToDictionary(name => name, name => nodes[name]), columns);
    }

    /// <summary>Left end of the way a stage stands on, as a share of the width: 0 in the first column, 1 in the last.</summary>
    internal double XOf(FlowNode node) => Columns == 1 ? 0 : (double)node.Column / (Columns - 1);

    /// <summary>
    /// The bands. At each stage they leave and arrive in the order of the places they go to and come from, so that they cross little.
    /// </summary>
    internal IEnumerable<FlowBand> Bands()
    {
        (FlowNode From, FlowNode To, double Amount, double Share)[] flows = [.. Flows.Select(flow =>
            (Nodes[flow.From], Nodes[flow.To], flow.Amount, flow.Amount * Nodes[flow.From].Share / Nodes[flow.From].Amount))];
        foreach (var (from, to, amount, share) in flows)
        {
            var start = from.Top + flows.Where(other => other.From == from && other.To.Top < to.Top).Sum(other => other.Share);
            var end = to.Top + flows.Where(other => other.To == to && other.From.Top < from.Top).Sum(other => other.Share);
            var (left, right) = (XOf(from) + NodeWidth, XOf(to));
            double[] way = [.. Enumerable.Range(0, Steps + 1).Select(step => (double)step / Steps)];
            double[] upper = [.. way.Select(at => 1 - start - ((end - start) * at * at * (3 - (2 * at))))];
            yield return new(from, to, amount, [.. way.Select(at => left + ((right - left) * at))], [.. upper.Select(height => height - share)], upper);
        }
    }

    // Longest way from a source; more rounds than stages mean a circle.
    private static Dictionary<string, int> ColumnsOf(string[] names, IReadOnlyList<Flow> flows)
    {
        var column = names.ToDictionary(name => name, _ => 0);
        for (var round = 0; round <= names.Length; round++)
        {
            var moved = false;
            foreach (var flow in flows)
                if (column[flow.To] <= column[flow.From])
                    (column[flow.To], moved) = (column[flow.From] + 1, true);
            if (!moved) return column;
        }
        var circle = flows.First(flow => column[flow.To] <= column[flow.From] + 1 && column[flow.To] >= names.Length);
        throw new ArgumentException($"Flows go in a circle through '{circle.From}' and '{circle.To}'; a flow diagram goes one way. Name the stage differently where it comes again.");
    }
}
