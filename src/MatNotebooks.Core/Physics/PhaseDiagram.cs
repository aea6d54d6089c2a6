using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Physics;

/// <summary>
/// Which phases of some elements are stable at zero temperature: those on the convex hull of formation energies, for any number of elements.
/// </summary>
public sealed class PhaseDiagram
{
    private const double Level = 1e-9; // eV/atom: what lies closer to the hull lies on it
    private const double SameShare = 1e-8;

    private readonly LowerHull hull;
    private readonly Phase[] corners;
    private readonly List<Phase> vertices = [];
    private readonly Lazy<ImmutableArray<ImmutableArray<Phase>>> facets;

    private PhaseDiagram(IReadOnlyList<Phase> phases)
    {
        Check(phases);
        (Phases, Elements) = ([.. phases], Ordered(phases));
        corners = [.. Elements.Select(element => Corner(phases, element))];
        (hull, vertices) = Build();
        StablePhases = [.. Phases.Where(phase => EnergyAboveHull(phase) == 0)];
        facets = new(() => [.. hull.Facets().Select(facet => facet.Select(point => vertices[point]).ToImmutableArray())]);
    }

    /// <summary>The elements, from the least to the most electronegative.</summary>
    public ImmutableArray<Element> Elements { get; }

    /// <summary>All phases, in the order in which they were given.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>The phases on the hull, in the order in which they were given.</summary>
    public ImmutableArray<Phase> StablePhases { get; }

    /// <summary>
    /// Stable phases that coexist, as many together as there are elements: the flat pieces of the hull. Between two phases of a piece runs a tie
    /// line. Pieces that lie in one plane are split by a fixed rule.
    /// </summary>
    public ImmutableArray<ImmutableArray<Phase>> Facets => facets.Value;

    /// <summary>Builds a diagram from energies by one method.</summary>
    /// <param name="phases">The phases, at least one of each pure element among them.</param>
    /// <exception cref="ArgumentException">No phase, an energy that is not finite, or an element of which no pure phase is given.</exception>
    public static PhaseDiagram Of(IReadOnlyList<Phase> phases) => new(phases);

    /// <summary>Builds a diagram from formation energies: pure elements that are not given lie at 0.</summary>
    /// <param name="phases">The phases, their energies formed from the elements | eV per atom.</param>
    /// <exception cref="ArgumentException">No phase, or an energy that is not finite.</exception>
    public static PhaseDiagram OfFormationEnergies(IReadOnlyList<Phase> phases)
    {
        Check(phases);
        var missing = Ordered(phases).Where(element => !phases.Any(phase => phase.Composition.Elements is [var only] && only == element));
        return new([.. phases, .. missing.Select(element => new Phase(element.Symbol, new([new(element, 1)]), 0))]);
    }

    /// <summary>Energy of a phase formed from the elements in their stable forms | eV per atom.</summary>
    /// <exception cref="ArgumentException">The phase holds an element that the diagram lacks.</exception>
    public double FormationEnergy(Phase phase) => FormationEnergy(phase.Composition, phase.Energy);

    /// <summary>Energy of a composition formed from the elements in their stable forms | eV per atom.</summary>
    /// <param name="composition">The composition.</param>
    /// <param name="energy">Its energy, by the method of the diagram | eV per atom.</param>
    /// <exception cref="ArgumentException">The composition holds an element that the diagram lacks.</exception>
    public double FormationEnergy(Composition composition, double energy)
    {
        var shares = Shares(composition);
        for (var i = 0; i < shares.Length; i++) energy -= shares[i] * corners[i].Energy;
        return energy;
    }

    /// <summary>How far a phase lies above the hull: what it gains by falling apart | eV per atom; 0 for stable phases.</summary>
    /// <exception cref="ArgumentException">The phase holds an element that the diagram lacks.</exception>
    public double EnergyAboveHull(Phase phase) => EnergyAboveHull(phase.Composition, phase.Energy);

    /// <summary>How far an energy lies above the hull | eV per atom; below 0 where it would be a new stable phase.</summary>
    /// <param name="composition">The composition.</param>
    /// <param name="energy">Its energy, by the method of the diagram | eV per atom.</param>
    /// <exception cref="ArgumentException">The composition holds an element that the diagram lacks.</exception>
    public double EnergyAboveHull(Composition composition, double energy)
    {
        var above = FormationEnergy(composition, energy) - hull.At(Shares(composition)).Energy;
        return Math.Abs(above) < Level ? 0 : above;
    }

    /// <summary>What a composition falls apart into.</summary>
    /// <exception cref="ArgumentException">The composition holds an element that the diagram lacks.</exception>
    public Decomposition Decompose(Composition composition)
    {
        var shares = Shares(composition);
        var mixture = hull.At(shares);
        var potentials = Elements.Select((element, i) => (element, mixture.Potentials[i] + corners[i].Energy)).ToDictionary();
        var itself = Enumerable.Range(0, vertices.Count).Where(i => Same(Shares(vertices[i].Composition), shares)).Select(i => (PhaseShare?)new PhaseShare(vertices[i], 1)).FirstOrDefault();
        ImmutableArray<PhaseShare> products = itself is { } one
            ? [one]
            : [.. mixture.Points.Zip(mixture.Shares).Where(part => part.Second > SameShare).OrderByDescending(part => part.Second).Select(part => new PhaseShare(vertices[part.First], part.Second))];
        return new(products, mixture.Energy, potentials);
    }

    /// <summary>One line: elements, phases, and the formulas of the stable ones.</summary>
    public override string ToString() =>
        $"{string.Join("-", Elements.Select(element => element.Symbol))}: {StablePhases.Length} of {Phases.Length} phases stable ({string.Join(", ", StablePhases.Select(phase => phase.Formula))})";

    // Points enter from the deepest: each later one is asked only whether it lies below the hull of those before, a small one.
    private (LowerHull Hull, List<Phase> Vertices) Build()
    {
        var (growing, candidates) = (new LowerHull(corners.Length), new List<Phase>());
        void Add(LowerHull to, List<Phase> list, Phase phase)
        {
            to.Add(Shares(phase.Composition), FormationEnergy(phase));
            list.Add(phase);
        }
        foreach (var corner in corners) Add(growing, candidates, corner);
        foreach (var (phase, energy) in Phases.Select(phase => (phase, FormationEnergy(phase))).Where(pair => pair.Item2 < -Level).OrderBy(pair => pair.Item2))
            if (energy < growing.At(Shares(phase.Composition)).Energy - Level) Add(growing, candidates, phase);
        var (final, kept) = (new LowerHull(corners.Length), new List<Phase>());
        foreach (var phase in candidates)
            if (FormationEnergy(phase) < growing.At(Shares(phase.Composition)).Energy + Level) Add(final, kept, phase);
        return (final, kept);
    }

    private double[] Shares(Composition composition)
    {
        foreach (var element in composition.Elements)
            if (!Elements.Contains(element))
                throw new ArgumentException($"{composition.ReducedFormula} holds {element.Symbol}; the diagram has {string.Join(", ", Elements.Select(each => each.Symbol))} alone. Add phases with {element.Symbol}.");
        var atoms = composition.AtomCount;
        return [.. Elements.Select(element => composition[element] / atoms)];
    }

    private static bool Same(double[] left, double[] right)
    {
        for (var i = 0; i < left.Length; i++)
            if (Math.Abs(left[i] - right[i]) > SameShare) return false;
        return true;
    }

    private static Phase Corner(IReadOnlyList<Phase> phases, Element element) =>
        phases.Where(phase => phase.Composition.Elements is [var only] && only == element).MinBy(phase => phase.Energy)
        ?? throw new ArgumentException($"No phase of pure {element.Symbol} is given; a hull needs one of each element. Add it, or use OfFormationEnergies where the energies are formation energies.");

    private static ImmutableArray<Element> Ordered(IReadOnlyList<Phase> phases) =>
        [.. phases.SelectMany(phase => phase.Composition.Elements).Distinct().OrderBy(element => element.Electronegativity ?? double.PositiveInfinity).ThenBy(element => element.Number)];

    private static void Check(IReadOnlyList<Phase> phases)
    {
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Count == 0) throw new ArgumentException("No phase is given; a phase diagram needs at least one.");
        foreach (var phase in phases)
            if (!double.IsFinite(phase.Energy))
                throw new ArgumentException($"The energy of {phase.Formula} ({phase.Id}) is {phase.Energy}; leave phases without an energy out.");
    }
}
