using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Physics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// The phase diagram of three elements in Gibbs' triangle: tie lines between stable phases that coexist, other phases coloured by their energy
/// above the hull. The nearer a point to a corner, the more of that element.
/// </summary>
public sealed record TernaryHullPlot : Figure
{
    private static readonly double High = Math.Sqrt(3) / 2;
    private readonly PhaseDiagram diagram;

    /// <summary>Plots a diagram of three elements.</summary>
    /// <exception cref="ArgumentException">The diagram has another number of elements.</exception>
    public TernaryHullPlot(PhaseDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        if (diagram.Elements.Length != 3)
            throw new ArgumentException($"The diagram has {diagram.Elements.Length} elements; a TernaryHullPlot shows 3{(diagram.Elements.Length == 2 ? ", a HullPlot 2" : "")}.");
        this.diagram = diagram;
        Height = 620;
    }

    /// <summary>The diagram.</summary>
    public PhaseDiagram Diagram => diagram;

    /// <summary>Phases farther above the hull are left out | eV/atom, greater than 0. The default is 0.3.</summary>
    public double MostAboveHull { get; init; } = 0.3;

    internal override Chart Draw()
    {
        var phases = new HullPhases(diagram, MostAboveHull);
        var others = phases.Unstable.Select(pair => pair.Phase).ToArray();
        var above = Points(others, phases) with
        {
            Name = others.Length == 0 ? null : "above the hull", Color = Palette.ColorOf(2), Symbol = Symbol.Diamond, Size = 8, Opacity = 0.95, Values = [.. phases.Unstable.Select(pair => pair.Above)],
        };
        var stable = Points(phases.Stable, phases) with { Name = "stable", Color = Palette.ColorOf(0), Size = 11, Opacity = 1 };
        var x = PanelAxis.Hidden with { Range = new(-0.1, 1.1) };
        var y = PanelAxis.Hidden with { Range = new(-0.12, High + 0.08) };
        return new([new Panel(x, y, [.. Grid(), TieLines(), Outline(), above, stable, Names(phases.Stable, others), .. Corners()])
        {
            ColorBar = phases.Bar, EqualScale = true, Note = new(Corner.TopLeft, ["fractions of atoms (%)"]),
        }]);
    }

    internal override string Words()
    {
        var lines = TiePairs().Select(pair => $"{pair.First.Formula}–{pair.Second.Formula}").ToArray();
        return $"{new HullPhases(diagram, MostAboveHull).Words(Title)} {lines.Length} tie lines: {string.Join(", ", lines)}.";
    }

    private PointMark Points(IReadOnlyList<Phase> phases, HullPhases shown) => new([.. phases.Select(phase => Place(phase).X)], [.. phases.Select(phase => Place(phase).Y)])
    {
        Labels = [.. phases.Select(shown.Hover)], LabelsAlone = true,
    };

    private (double X, double Y) Place(Phase phase) =>
        Place(phase.Composition.Fraction(diagram.Elements[1]), phase.Composition.Fraction(diagram.Elements[2]));

    // First element at the lower left, second at the lower right, third on top.
    private static (double X, double Y) Place(double second, double third) => (second + (third / 2), third * High);

    private IEnumerable<(Phase First, Phase Second)> TiePairs() => diagram.Facets
        .SelectMany(facet => facet.SelectMany((first, i) => facet.Skip(i + 1).Select(second => string.CompareOrdinal(first.Formula, second.Formula) < 0 ? (first, second) : (second, first))))
        .Distinct();

    private LineMark TieLines() => Segments([.. TiePairs().Select(pair => (Place(pair.First), Place(pair.Second)))]) with { Name = "tie line", Color = Palette.ColorOf(0), Width = 1.5 };

    private static LineMark Outline() => Segments([((0, 0), (1, 0)), ((1, 0), (0.5, High)), ((0.5, High), (0, 0))]) with { Color = Theme.Muted, Width = 1.4 };

    private static LineMark Segments(IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> lines) => new(
        [.. lines.SelectMany(line => new[] { line.From.X, line.To.X, double.NaN })], [.. lines.SelectMany(line => new[] { line.From.Y, line.To.Y, double.NaN })])
    {
        Silent = true,
    };

    // Lines of equal share at 20, 40, 60, 80 %, numbered along the edge on which the share of the corner it runs to grows.
    private static IEnumerable<Mark> Grid()
    {
        double[] shares = [0.2, 0.4, 0.6, 0.8];
        yield return Segments([.. shares.SelectMany(share => new[]
        {
            (Place(share, 0), Place(share, 1 - share)), (Place(0, share), Place(1 - share, share)), (Place(1 - share, 0), Place(0, 1 - share)),
        })]) with { Color = Theme.Grid, Width = 1 };
        string[] texts = [.. shares.Select(share => $"{100 * share:0}")];
        TextMark Numbers(Func<double, (double X, double Y)> at, double right, double up) => new(
            [.. shares.Select(share => at(share).X + right)], [.. shares.Select(share => at(share).Y + up)], texts) { Size = 11, Color = Theme.Muted };
        yield return Numbers(share => Place(share, 0), 0, -0.032);
        yield return Numbers(share => Place(1 - share, share), 0.034, 0.012);
        yield return Numbers(share => Place(0, 1 - share), -0.034, 0.012);
    }

    private IEnumerable<Mark> Corners()
    {
        yield return new TextMark([-0.045, 1.045, 0.5], [-0.035, -0.035, High + 0.045], [.. diagram.Elements.Select(element => element.Symbol)]) { Size = 16, Bold = true, Color = Theme.Ink };
    }

    private TextMark Names(IReadOnlyList<Phase> stable, IReadOnlyList<Phase> others)
    {
        const double Unit = 500; // pixels, about
        (double X, double Y) OnPaper(Phase phase) => (Place(phase).X * Unit, Place(phase).Y * Unit);
        Phase[] compounds = [.. stable.Where(phase => phase.Composition.Elements.Count > 1).OrderBy(phase => Place(phase).Y)];
        string[] names = [.. compounds.Select(phase => Formula.Subscripted(phase.Formula))];
        var sides = TextSides.Chosen(
            [.. compounds.Select(OnPaper)], names, 12, [.. stable.Concat(others).Select(OnPaper)], [.. TiePairs().Select(pair => (OnPaper(pair.First), OnPaper(pair.Second)))]);
        return new([.. compounds.Select(phase => Place(phase).X)], [.. compounds.Select(phase => Place(phase).Y)], names)
        {
            Sides = sides, Clear = 11, Size = 12, Bold = true, Color = Theme.Ink,
        };
    }
}
