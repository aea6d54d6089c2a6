using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Filters;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Filters;

/// <summary>Against pymatgen (tests/References/valence.py), and against what is known of simple crystals.</summary>
public sealed class FilterTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "valence.json"))).RootElement;

    private static readonly ElasticTensor Silicon = ElasticTensor.Cubic(166, 64, 80);

    public static TheoryData<string> Structures => [.. Reference.GetProperty("structures").EnumerateArray().Select(cell => cell.GetProperty("name").GetString()!)];

    public static TheoryData<string> Formulas => [.. Reference.GetProperty("guesses").EnumerateArray().Select(guess => guess.GetProperty("formula").GetString()!)];

    [Theory, MemberData(nameof(Structures))]
    public void Bond_valence_sums_are_those_of_pymatgen(string name)
    {
        var cell = Cell(name);
        var sums = new BondValenceFilter(softness: Reference.GetProperty("softness").GetDouble()).Sums(CrystalOf(cell))!;
        foreach (var (ours, theirs) in sums.Zip(cell.GetProperty("sums").Deserialize<double[]>()!)) Assert.Equal(theirs, ours, 1e-9);
    }

    [Theory, MemberData(nameof(Formulas))]
    public void A_composition_balances_where_pymatgen_finds_oxidation_states(string formula)
    {
        var balance = ChargeBalance.Of(Composition.Parse(formula));
        var theirs = Reference.GetProperty("guesses").EnumerateArray().First(guess => guess.GetProperty("formula").GetString() == formula)
            .GetProperty("states").Deserialize<Dictionary<string, double>[]>()!;
        if (balance.IsMetallic)
        {
            Assert.Empty(theirs);
            return;
        }
        Assert.Equal(theirs.Length > 0, balance.Left == 0);
        if (theirs.Length != 1) return;
        foreach (var (element, charge) in theirs[0]) Assert.Equal(charge, balance.ChargeOf(element), 1e-9);
    }

    [Fact]
    public void What_is_left_is_the_least_charge()
    {
        Assert.Equal(1, ChargeBalance.Of(Composition.Parse("KO")).Left);
        Assert.Equal(1, ChargeBalance.Of(Composition.Parse("K2O2")).Left); // of the formula unit
        Assert.Equal(8.0 / 3, ChargeBalance.Of(Composition.Parse("Fe3O4")).ChargeOf("Fe"), 1e-12);
        Assert.True(ChargeBalance.Of(Composition.Parse("Cu3Au")).IsMetallic);
        Assert.Contains("holds 0.5", Assert.Throws<ArgumentException>(() => ChargeBalance.Of(Composition.Parse("Na0.5Cl"))).Message);
    }

    [Theory]
    [InlineData("NaCl")]
    [InlineData("ZnS")]
    [InlineData("CaF2")]
    [InlineData("TiO2")]
    [InlineData("SrTiO3")]
    public void Crystals_that_exist_pass(string name)
    {
        var subject = new FilterSubject(CrystalOf(Cell(name)), Silicon);
        Assert.All(FilterChain.All.JudgeAll(subject), verdict => Assert.True(verdict.Passes, verdict.ToString()));
        Assert.All(FilterChain.All.JudgeAll(subject), verdict => Assert.InRange(verdict.Residual, 0, verdict.Limit));
    }

    [Fact]
    public void A_cell_that_is_too_tight_is_refused_by_its_bonds()
    {
        var refusal = FilterChain.Cheap.FirstRefusal(new(CrystalOf(Cell("SrTiO3 tight"))))!;
        Assert.Equal("bond valence", refusal.Filter);
        Assert.InRange(refusal.Residual, 1, 10);
        Assert.Matches("The bonds of (Ti|Sr|O) .* add up to .*, and its charge is", refusal.Reason);
    }

    [Fact]
    public void Each_filter_says_why_it_refuses()
    {
        Refuses(new DensityFilter(), Salt("Na", "Cl", 20), "density of NaCl is 0.0", residual: 0.4 - Salt("Na", "Cl", 20).Density);
        Refuses(new NeutralityFilter(), Salt("K", "O", 5), "No known oxidation states of K, O balance KO; a charge of 1 is left", residual: 1);
        Refuses(new DistanceFilter(), Salt("Na", "Cl", 2), "Na and Na are 2.00 Å apart; at least 2.16 Å are wanted", residual: 0.65 - (2 / 3.32));
        Refuses(new BornFilter(), Salt("Na", "Cl", 3.4), "lowest eigenvalue of the stiffness is -20 GPa", residual: 20, ElasticTensor.Cubic(100, 120, 50));
        Refuses(new EquilibriumFilter(), Salt("Na", "Cl", 3.4), "not positive definite", residual: 1, ElasticTensor.Cubic(100, 120, 50));
        Refuses(new EquilibriumFilter(), Salt("Na", "Cl", 3.4), "stretch it by", residual: 1, ElasticTensor.Isotropic(0.3, 0.2));
    }

    [Fact]
    public void The_wrong_way_round_is_refused()
    {
        // Gold is a cation in the only charges that balance, and more electronegative than hydrogen.
        Refuses(new ElectronegativityFilter(), new(Lattice.Cubic(6), [.. Sites("Au", "H", "H", "H")]), "H3Au is more electronegative than an anion, by 0.34", residual: 0.34);
        var fine = new ElectronegativityFilter().Judge(new(Salt("Na", "Cl", 3.4)));
        Assert.Equal((0.0, true), (fine.Residual, fine.Passes));
    }

    [Fact]
    public void What_cannot_be_judged_passes_with_a_word()
    {
        var born = new BornFilter().Judge(new(Salt("Na", "Cl", 3.4)));
        Assert.True(born.Passes && double.IsNaN(born.Residual));
        Assert.Contains("not known", born.Reason);
        Assert.Contains("metals alone", new NeutralityFilter().Judge(new(Salt("Ni", "Al", 2.9))).Reason);
        Assert.Contains("partly occupied", Assert.Throws<ArgumentException>(() => new FilterSubject(
            new(Lattice.Cubic(4), [new([new("Na", 0.5)], new(0, 0, 0))]))).Message);
    }

    [Fact]
    public void The_funnel_counts_where_candidates_stop()
    {
        FilterSubject[] subjects = [new(Salt("Na", "Cl", 3.4)), new(Salt("K", "O", 4)), new(Salt("Na", "Cl", 20)), new(Salt("K", "O", 4))];
        var funnel = FilterChain.Cheap.Run(subjects);
        Assert.Equal([("density", 4, 1), ("neutrality", 3, 2), ("electronegativity", 1, 0), ("distance", 1, 0), ("bond valence", 1, 0)], funnel.Steps.ToArray());
        Assert.Equal(1, funnel.Passed);
        Assert.Contains("2 filters named Born stability", Assert.Throws<ArgumentException>(() => new FilterChain(new BornFilter(), new BornFilter())).Message);
    }

    [Fact]
    public void Pairs_are_those_of_a_search_by_brute_force()
    {
        var crystal = new Crystal(Lattice.FromParameters(3.1, 4.2, 5.3, 70, 95, 110), [.. Sites("Na", "Cl", "O")]);
        var pairs = ShortPairs.Of(crystal, 4.5).All.ToArray();
        var count = 0;
        for (var first = 0; first < 3; first++)
            for (var second = 0; second < 3; second++)
                for (var a = -4; a <= 4; a++)
                    for (var b = -4; b <= 4; b++)
                        for (var c = -4; c <= 4; c++)
                        {
                            if (first == second && (a, b, c) == (0, 0, 0)) continue;
                            var step = crystal.Sites[second].Position - crystal.Sites[first].Position;
                            if (crystal.Lattice.ToCartesian(new(step.A + a, step.B + b, step.C + c)).Length <= 4.5) count++;
                        }
        Assert.Equal(count, 2 * pairs.Length); // each pair of images once, here from both ends
        Assert.Equal(crystal.ShortestDistance(), pairs.Min(pair => pair.Distance), 1e-9);
    }

    private static void Refuses(ICandidateFilter filter, Crystal crystal, string reason, double residual, ElasticTensor? stiffness = null)
    {
        var verdict = filter.Judge(new(crystal, stiffness));
        Assert.False(verdict.Passes);
        Assert.Contains(reason, verdict.Reason);
        Assert.Equal(residual, verdict.Residual, 1e-6);
    }

    private static IEnumerable<Site> Sites(params string[] symbols) =>
        symbols.Select((symbol, place) => new Site(PeriodicTable.Find(symbol), new(0.17 * place, 0.31 * place, 0.43 * place)));

    private static Crystal Salt(string cation, string anion, double edge) =>
        new(Lattice.Cubic(edge), [new(PeriodicTable.Find(cation), new(0, 0, 0)), new(PeriodicTable.Find(anion), new(0.5, 0.5, 0.5))]);

    private static JsonElement Cell(string name) => Reference.GetProperty("structures").EnumerateArray().First(cell => cell.GetProperty("name").GetString() == name);

    private static Crystal CrystalOf(JsonElement cell)
    {
        var vectors = cell.GetProperty("lattice").Deserialize<double[][]>()!;
        var positions = cell.GetProperty("positions").Deserialize<double[][]>()!;
        Cartesian Vector(int axis) => new(vectors[axis][0], vectors[axis][1], vectors[axis][2]);
        return new(
            new(Vector(0), Vector(1), Vector(2)),
            [.. cell.GetProperty("species").Deserialize<string[]>()!.Zip(positions, (symbol, at) => new Site(PeriodicTable.Find(symbol), new(at[0], at[1], at[2])))]);
    }
}
