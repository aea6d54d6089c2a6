using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;
using MatNotebooks.Physics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Formation energies of a binary system over composition with their convex hull: stable phases named, others coloured by their energy above it.
/// </summary>
public sealed record HullPlot : Figure
{
    private readonly PhaseDiagram diagram;

    /// <summary>Plots a diagram of two elements.</summary>
    /// <exception cref="ArgumentException">The diagram has another number of elements.</exception>
    public HullPlot(PhaseDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        if (diagram.Elements.Length != 2)
            throw new ArgumentException($"The diagram has {diagram.Elements.Length} elements; a HullPlot shows 2{(diagram.Elements.Length == 3 ? ", a TernaryHullPlot 3" : "")}.");
        this.diagram = diagram;
    }

    /// <summary>The diagram.</summary>
    public PhaseDiagram Diagram => diagram;

    /// <summary>Phases farther above the hull are left out | eV/atom, greater than 0. The default is 0.3.</summary>
    public double MostAboveHull { get; init; } = 0.3;

    internal override Chart Draw()
    {
        var phases = new HullPhases(diagram, MostAboveHull);
        var corners = phases.Stable.OrderBy(X).ToArray();
        var line = new LineMark([.. corners.Select(X)], [.. corners.Select(diagram.FormationEnergy)]) { Name = "convex hull", Color = Palette.ColorOf(0), Silent = true };
        var stable = new PointMark([.. corners.Select(X)], [.. corners.Select(diagram.FormationEnergy)])
        {
            Name = "stable", Color = Palette.ColorOf(0), Size = 10, Opacity = 1, Labels = [.. corners.Select(phases.Hover)], LabelsAlone = true,
        };
        var others = phases.Unstable.Select(pair => pair.Phase).ToArray();
        var above = new PointMark([.. others.Select(X)], [.. others.Select(diagram.FormationEnergy)])
        {
            Name = others.Length == 0 ? null : "above the hull", Color = Palette.ColorOf(2), Symbol = Symbol.Diamond, Size = 8, Opacity = 0.95,
            Labels = [.. others.Select(phases.Hover)], LabelsAlone = true, Values = [.. phases.Unstable.Select(pair => pair.Above)],
        };
        var zero = new LineMark([0, 1], [0, 0]) { Color = Theme.Line, Width = 1, Silent = true };
        var (low, high) = (corners.Min(diagram.FormationEnergy), others.Select(diagram.FormationEnergy).Append(0).Max());
        var span = Math.Max(high - low, 0.05);
        return new([new Panel(
            new() { Title = $"{diagram.Elements[1].Symbol} (fraction of atoms)", Range = new(-0.03, 1.03) },
            new() { Title = "formation energy (eV/atom)", Range = new(low - (0.13 * span), high + (0.1 * span)) },
            [zero, line, above, stable, Names(corners, others, span)]) { ColorBar = phases.Bar }]);
    }

    internal override string Words() => new HullPhases(diagram, MostAboveHull).Words(Title);

    private double X(Phase phase) => phase.Composition.Fraction(diagram.Elements[1]);

    private TextMark Names(Phase[] corners, Phase[] others, double span)
    {
        const double Unit = 560; // pixels, about
        (double X, double Y) Place(Phase phase) => (X(phase) * Unit, diagram.FormationEnergy(phase) / span * 300);
        var points = corners.Concat(others).Select(Place).ToArray();
        var lines = corners.Zip(corners.Skip(1), (left, right) => (Place(left), Place(right))).Append(((0, 0), (Unit, 0))).ToArray();
        string[] names = [.. corners.Select(phase => Formula.Subscripted(phase.Formula))];
        return new([.. corners.Select(X)], [.. corners.Select(diagram.FormationEnergy)], names)
        {
            Size = 12, Bold = true, Color = Theme.Ink, Clear = 10, Sides = TextSides.Chosen([.. corners.Select(Place)], names, 12, points, lines),
        };
    }
}
