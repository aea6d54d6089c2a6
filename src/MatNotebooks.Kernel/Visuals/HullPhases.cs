using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Physics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>The phases of a diagram as its pictures show them: stable ones, and others not too far above the hull.</summary>
internal sealed class HullPhases
{
    private const int MostListed = 8;
    private readonly PhaseDiagram diagram;
    private readonly double limit;

    internal HullPhases(PhaseDiagram diagram, double limit)
    {
        if (!(limit > 0)) throw new ArgumentException($"MostAboveHull is {limit} eV/atom; it must be greater than 0, such as 0.3.");
        (this.diagram, this.limit) = (diagram, limit);
        Stable = diagram.StablePhases;
        var above = diagram.Phases.Select(phase => (Phase: phase, Above: diagram.EnergyAboveHull(phase))).Where(pair => pair.Above > 0).ToArray();
        Unstable = [.. above.Where(pair => pair.Above <= limit).OrderByDescending(pair => pair.Above)];
        LeftOut = above.Length - Unstable.Count;
    }

    internal IReadOnlyList<Phase> Stable { get; }

    /// <summary>Phases above the hull and how far | eV/atom, the farthest first, so that the nearest are drawn on top.</summary>
    internal IReadOnlyList<(Phase Phase, double Above)> Unstable { get; }

    internal int LeftOut { get; }

    internal ColorBar? Bar => Unstable.Count == 0 ? null : new("energy above hull (eV/atom)", ColorScale.Viridis, new(0, Unstable[0].Above));

    internal static string NameOf(Phase phase) =>
        Formula.Subscripted(phase.Formula) + (phase.Id == phase.Formula ? "" : $" · {phase.Id}");

    internal string Hover(Phase phase)
    {
        var above = diagram.EnergyAboveHull(phase);
        var fate = above == 0 ? "stable" : $"{Quantity.Of(above, 3, "eV/atom")} above the hull\nfalls apart into {string.Join(" + ", diagram.Decompose(phase.Composition).Products.Select(part => $"{part.Fraction:0.##} {Formula.Subscripted(part.Phase.Formula)}"))}";
        return $"{NameOf(phase)}\nformation energy {Quantity.Of(diagram.FormationEnergy(phase), 3, "eV/atom")}\n{fate}";
    }

    internal string Words(string? title)
    {
        var system = string.Join("–", diagram.Elements.Select(element => element.Symbol));
        string Energy(Phase phase) => $"{phase.Formula} {Quantity.Of(diagram.FormationEnergy(phase), 3, "eV/atom")}";
        var compounds = Stable.Where(phase => phase.Composition.Elements.Count > 1).OrderBy(diagram.FormationEnergy).ToArray();
        var stable = compounds.Length == 0 ? "no compound is stable"
            : $"stable {string.Join(", ", compounds.Take(MostListed).Select(Energy))}{(compounds.Length > MostListed ? $" and {compounds.Length - MostListed} more" : "")}";
        var nearest = Unstable.Count == 0 ? "" : $"; nearest above the hull {string.Join(", ", Unstable.Reverse().Take(3).Select(pair => $"{pair.Phase.Formula} by {Quantity.Of(pair.Above, 3, "eV/atom")}"))}";
        var rest = LeftOut == 0 ? "" : $"; {LeftOut} phases more than {Quantity.Short(limit, 3, "eV/atom")} above the hull are not shown";
        return $"{title ?? $"Phase diagram {system}"}: {diagram.Phases.Length} phases, formation energies; {stable}{nearest}{rest}.";
    }
}
