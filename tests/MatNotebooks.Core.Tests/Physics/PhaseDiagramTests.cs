using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class PhaseDiagramTests
{
    private static readonly JsonElement[] Systems =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "phase_diagrams.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Systems.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Energies_above_the_hull_and_products_are_pymatgens(int number)
    {
        var (system, diagram) = (Systems[number], DiagramOf(Systems[number]));
        foreach (var (row, phase) in system.GetProperty("hull").EnumerateArray().Zip(diagram.Phases))
        {
            Assert.Equal(row[0].GetDouble(), diagram.FormationEnergy(phase), 1e-7);
            Assert.Equal(row[1].GetDouble(), diagram.EnergyAboveHull(phase), 1e-7);
            CheckProducts(row[2], diagram.Decompose(phase.Composition));
        }
        Assert.Equal(
            system.GetProperty("stable").EnumerateArray().Select(formula => Formula(formula.GetString()!)).Order(StringComparer.Ordinal),
            diagram.StablePhases.Select(phase => phase.Formula).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Any_other_composition_falls_apart_as_pymatgen_says(int number)
    {
        var (system, diagram) = (Systems[number], DiagramOf(Systems[number]));
        foreach (var row in system.GetProperty("others").EnumerateArray())
        {
            var composition = new Composition(row[0].EnumerateObject().Select(pair => KeyValuePair.Create(PeriodicTable.Find(pair.Name), pair.Value.GetDouble())));
            var found = diagram.Decompose(composition);
            var references = composition.Elements.Sum(element => composition.Fraction(element) * Reference(diagram, element));
            Assert.Equal(row[1].GetDouble(), found.Energy + references, 1e-7);
            CheckProducts(row[2], found);
            if (found.Products.Length < diagram.Elements.Length) continue; // potentials are then one choice of many
            foreach (var potential in row[3].EnumerateObject())
                Assert.Equal(potential.Value.GetDouble(), found.ChemicalPotentials[PeriodicTable.Find(potential.Name)], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Facets_cover_every_composition_once(int number)
    {
        var diagram = DiagramOf(Systems[number]);
        var volumes = diagram.Facets.Sum(facet => Math.Abs(Volume(diagram, facet)));
        Assert.Equal(1, volumes, 1e-9); // of the simplex of all compositions
        Assert.Equal(diagram.StablePhases.Select(phase => phase.Formula).Distinct().Count(), diagram.Facets.SelectMany(facet => facet).Distinct().Count());
    }

    [Fact]
    public void Phases_in_one_plane_are_all_stable()
    {
        Phase Flat(string formula) => new(formula, Composition.Parse(formula), 0);
        var diagram = PhaseDiagram.OfFormationEnergies([Flat("Li2O"), Flat("LiFeO2"), Flat("Fe2O3"), new("high", Composition.Parse("LiFe"), 0.3), Flat("LiFe")]);
        Assert.Equal(7, diagram.StablePhases.Length);
        Assert.Equal(0.3, diagram.EnergyAboveHull(diagram.Phases[3]), 1e-12);
        Assert.Equal(1, diagram.Facets.Sum(facet => Math.Abs(Volume(diagram, facet))), 1e-9);
    }

    [Fact]
    public void A_new_phase_below_the_hull_has_a_negative_distance()
    {
        var diagram = PhaseDiagram.OfFormationEnergies([new("Li2O", Composition.Parse("Li2O"), -2)]);
        Assert.Equal(-0.5, diagram.EnergyAboveHull(Composition.Parse("LiO"), -2), 1e-12);
        Assert.Equal("0.75 Li2O + 0.25 O", diagram.Decompose(Composition.Parse("LiO")).ToString());
        Assert.Equal("Li-O: 3 of 3 phases stable (Li2O, Li, O)", diagram.ToString());
    }

    [Fact]
    public void A_single_element_has_its_best_form_alone()
    {
        var diagram = PhaseDiagram.Of([new("diamond", Composition.Parse("C"), -9.1), new("graphite", Composition.Parse("C"), -9.2)]);
        Assert.Equal(["graphite"], diagram.StablePhases.Select(phase => phase.Id));
        Assert.Equal(0.1, diagram.EnergyAboveHull(diagram.Phases[0]), 1e-12);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Phase[] oxide = [new("a", Composition.Parse("Li2O"), -2)];
        Assert.Contains("No phase of pure Li is given", Assert.Throws<ArgumentException>(() => PhaseDiagram.Of(oxide)).Message);
        Assert.Contains("The energy of Li2O (a) is NaN", Assert.Throws<ArgumentException>(() => PhaseDiagram.OfFormationEnergies([oxide[0] with { Energy = double.NaN }])).Message);
        Assert.Contains("NaCl holds Na", Assert.Throws<ArgumentException>(() => PhaseDiagram.OfFormationEnergies(oxide).Decompose(Composition.Parse("NaCl"))).Message);
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => PhaseDiagram.Of([])).Message);
    }

    private static PhaseDiagram DiagramOf(JsonElement system) => PhaseDiagram.Of([.. system.GetProperty("entries").EnumerateArray()
        .Select((entry, i) => new Phase($"entry {i}", Composition.Parse(entry[0].GetString()!), entry[1].GetDouble()))]);

    private static void CheckProducts(JsonElement expected, Decomposition found)
    {
        var theirs = expected.EnumerateArray().Select(part => (Formula(part[0].GetString()!), part[1].GetDouble())).Where(part => part.Item2 > 1e-5).OrderBy(part => part.Item1, StringComparer.Ordinal).ToArray();
        var ours = found.Products.Where(part => part.Fraction > 1e-5).Select(part => (part.Phase.Formula, part.Fraction)).OrderBy(part => part.Formula, StringComparer.Ordinal).ToArray();
        Assert.Equal(theirs.Select(part => part.Item1), ours.Select(part => part.Formula));
        foreach (var (their, our) in theirs.Zip(ours)) Assert.Equal(their.Item2, our.Fraction, 2e-6);
    }

    // pymatgen calls oxygen O2.
    private static string Formula(string theirs) => Composition.Parse(theirs).ReducedFormula;

    private static double Reference(PhaseDiagram diagram, Element element) =>
        diagram.Phases.Where(phase => phase.Composition.Elements is [var only] && only == element).Min(phase => phase.Energy);

    private static double Volume(PhaseDiagram diagram, IReadOnlyList<Phase> facet) => MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
        facet.Count, facet.Count, (row, column) => facet[row].Composition.Fraction(diagram.Elements[column])).Determinant();
}
