using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Two objectives against each other: the best compromises stand out with their front and knee, all others step back.</summary>
public sealed record ParetoPlot : Figure
{
    private const int MostListed = 6;

    /// <summary>Plots points by two quantities.</summary>
    /// <param name="first">First quantity of each point, finite.</param>
    /// <param name="second">Second quantity of each, as many.</param>
    /// <exception cref="ArgumentException">No point, lists of different length, or a value that is not finite.</exception>
    public ParetoPlot(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        Same.Count(first.Count, "first", second.Count, "second");
        Same.NotEmpty(first.Count, "first");
        (First, Second) = (first, second);
    }

    /// <summary>First quantity, along x.</summary>
    public IReadOnlyList<double> First { get; }

    /// <summary>Second quantity, along y.</summary>
    public IReadOnlyList<double> Second { get; }

    /// <summary>What the first quantity is.</summary>
    public Axis X { get; init; } = "first objective";

    /// <summary>What the second quantity is.</summary>
    public Axis Y { get; init; } = "second objective";

    /// <summary>Which end of the first quantity is wanted. The default is the least.</summary>
    public Objective WantedX { get; init; } = Objective.Least;

    /// <summary>Which end of the second quantity is wanted. The default is the least.</summary>
    public Objective WantedY { get; init; } = Objective.Least;

    /// <summary>What each point is called (an id, a formula); null, the default, for nothing.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Worst acceptable values, to which the dominated area is measured; null, the default, for the worst of the points.</summary>
    public (double First, double Second)? Reference { get; init; }

    /// <summary>The front.</summary>
    public ParetoFront Front => ParetoFront.Of([.. First], [.. Second], WantedX, WantedY);

    internal override Chart Draw()
    {
        if (Labels is not null) Same.Count(Labels.Count, "Labels", First.Count, "first");
        var front = Front;
        int[] rest = [.. Enumerable.Range(0, First.Count).Except(front.Indices)];
        var (x, y, knee) = (WithGoal(X, WantedX), WithGoal(Y, WantedY), front.Knee);
        return new([new Panel(PanelAxis.Of(x), PanelAxis.Of(y),
        [
            Points(rest, "dominated") with { Color = Theme.Line, Size = 6, Opacity = 0.55 },
            Steps(front),
            Points([.. front.Indices], "Pareto front") with { Color = Palette.ColorOf(0), Size = 9, Opacity = 1 },
            Points([knee], "knee") with { Color = Palette.ColorOf(1), Symbol = Symbol.Diamond, Size = 13, Opacity = 1 },
            new TextMark([First[knee]], [Second[knee]], [NameOf(knee)]) 
            {
                // Where no point can be.
                Side = TextSides.Of(WantedX == Objective.Least ? -1 : 1, WantedY == Objective.Least ? -1 : 1), Clear = 12, Bold = true, Size = 12, Color = Theme.Ink,
            },
        ])]);
    }

    internal override string Words()
    {
        var front = Front;
        string Point(int i) => $"{(Labels is null ? $"point {i}" : Labels[i])} ({Quantity.Short(First[i], 4, X.Unit)}, {Quantity.Short(Second[i], 4, Y.Unit)})";
        var ends = front.Indices.Length <= MostListed ? string.Join(", ", front.Indices.Select(Point)) : $"from {Point(front.Indices[0])} to {Point(front.Indices[^1])}";
        var area = Reference is { } reference ? front.Hypervolume(reference.First, reference.Second) : front.Hypervolume();
        var corner = Reference is { } given ? $"({Quantity.Short(given.First, 4, X.Unit)}, {Quantity.Short(given.Second, 4, Y.Unit)})" : "the worst of all points";
        return $"{Title ?? $"{Y.Label} against {X.Label}"}: {First.Count} points, {Goal(WantedX)} {X.Label} and {Goal(WantedY)} {Y.Label} wanted; "
            + $"{front.Indices.Length} on the Pareto front, {ends}; knee {Point(front.Knee)}; dominated area up to {corner}: {Quantity.Of(area, 4, AreaUnit())}.";
    }

    private string? AreaUnit() => (X.Unit, Y.Unit) switch { (null, null) => null, (null, var unit) => unit, (var unit, null) => unit, var (x, y) => $"{x} · {y}" };

    private static string Goal(Objective wanted) => wanted == Objective.Least ? "little" : "much";

    private static Axis WithGoal(Axis axis, Objective wanted) => axis with { Unit = axis.Unit is null ? Arrow(wanted) : $"{axis.Unit}, {Arrow(wanted)}" };

    private static string Arrow(Objective wanted) => wanted == Objective.Least ? "less is better" : "more is better";

    private string NameOf(int index) => Labels is null ? "knee" : Formula.Subscripted(Labels[index]);

    private PointMark Points(int[] members, string name) => new([.. members.Select(i => First[i])], [.. members.Select(i => Second[i])])
    {
        Name = members.Length == 0 ? null : name, Labels = Labels is null ? null : [.. members.Select(i => Labels[i])],
    };

    // Between two points of the front everything up to the worse of both is dominated: the front goes in steps.
    private LineMark Steps(ParetoFront front)
    {
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var index in front.Indices)
        {
            if (x.Count > 0) (x, y) = ([.. x, First[index]], [.. y, y[^1]]);
            x.Add(First[index]);
            y.Add(Second[index]);
        }
        return new(x, y) { Color = Palette.ColorOf(0), Width = 1.6, Silent = true };
    }
}
