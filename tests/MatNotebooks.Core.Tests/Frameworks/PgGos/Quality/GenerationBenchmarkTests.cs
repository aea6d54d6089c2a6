using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Quality;
using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Quality;

public sealed class GenerationBenchmarkTests
{
    private static readonly Crystal[] Salts =
    [
        .. ((string[])["Li", "Na", "K", "Rb", "Cs"]).SelectMany(cation => ((string[])["F", "Cl", "Br", "I"]).SelectMany(anion =>
            (Crystal[])[Prototypes.Rocksalt(cation, anion, 5.5), Prototypes.CaesiumChloride(cation, anion, 3.6)])),
    ];

    [Theory]
    [InlineData("NaCl", true)]
    [InlineData("SrTiO3", true)]
    [InlineData("Fe3O4", false)] // two charges of one element: the rule, as published, knows one
    [InlineData("NaCl2", false)]
    [InlineData("NaO", true)] // oxygen can be −1
    [InlineData("LiF2", false)]
    [InlineData("CuZn", true)] // an alloy
    [InlineData("C", true)]
    [InlineData("HeNa2", false)]
    [InlineData("K2NiF4", true)]
    public void Compositions_are_judged_as_the_rule_says(string formula, bool isValid) => Assert.Equal(isValid, CompositionValidity.Holds(Composition.Parse(formula)));

    [Fact]
    public void Structures_with_atoms_on_one_another_are_not_valid()
    {
        Assert.True(StructureValidity.Holds(Salts[0]));
        Assert.False(StructureValidity.Holds(new(Lattice.Cubic(4), [new("Na", default(Fractional)), new("Cl", new(0.12, 0, 0))])));
    }

    /// <summary>Numbers by hand: {0, 1} and {2, 3} lie 2 apart, {0} and {−1, 1} lie 1, and carrying half of {0, 0} to 1 is 0.5.</summary>
    [Fact]
    public void Distances_of_samples_are_those_by_hand()
    {
        Assert.Equal(2, Wasserstein.Distance([0, 1], [3, 2]), 12);
        Assert.Equal(1, Wasserstein.Distance([0], [-1, 1]), 12);
        Assert.Equal(0.5, Wasserstein.Distance([0, 0], [0, 1, 1, 0]), 12);
        Assert.Equal(0, Wasserstein.Distance([1, 2, 3], [3, 2, 1, 1, 2, 3]), 12);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => Wasserstein.Distance([double.NaN], [1])).Message);
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => Wasserstein.Distance([], [1])).Message);
    }

    [Fact]
    public void The_test_set_itself_is_perfect_and_other_crystals_are_not()
    {
        Crystal[] train = [.. Salts.Where((_, row) => row % 2 == 0)], test = [.. Salts.Where((_, row) => row % 2 == 1)];
        var benchmark = new GenerationBenchmark(Salts, test, 4, crystals => [.. crystals.Select(crystal => crystal.Volume)]);
        var perfect = benchmark.Score(test);
        Assert.Equal((1, 1, 1), (perfect.Valid, perfect.Coverage.Recall, perfect.Coverage.Precision));
        Assert.Equal((0, 0, 0.0), (perfect.DensityDistance, perfect.ElementsDistance, perfect.EnergyDistance!.Value));
        Assert.Equal((1, 0), (perfect.Unique, perfect.Novel)); // all are in the training set here
        var other = new GenerationBenchmark(train, test, 4).Score([.. test, .. test, Prototypes.Diamond("C", 3.57), Prototypes.Perovskite("Sr", "Ti", "O", 3.9)]);
        Assert.Equal(0.524, other.Unique, 0.001); // 22 different ones of 42
        Assert.True(other.Novel > 0.99 && other.Coverage.Precision < 1 && other.ElementsDistance > 0 && other.EnergyDistance is null);
    }

    [Fact]
    public void Fingerprints_of_environments_are_the_same_for_every_cell()
    {
        var crystal = Prototypes.Perovskite("Sr", "Ti", "O", 3.9).Strained(0.02, 0, 0.01, yz: 0.01);
        var (one, other) = (EnvironmentFingerprint.Of(crystal)!, EnvironmentFingerprint.Of(crystal.Supercell(1, 2, 3).Translated(new(0.3, 0.2, 0.6)))!);
        Assert.All(one.Zip(other), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        var rocksalt = EnvironmentFingerprint.Of(Prototypes.Rocksalt("Na", "Cl", 5.6))!;
        var bigger = EnvironmentFingerprint.Of(Prototypes.Rocksalt("K", "Br", 6.6))!;
        Assert.All(rocksalt.Zip(bigger), pair => Assert.Equal(pair.First, pair.Second, 1e-4f)); // no element, no scale
        Assert.True(Coverage.Nearest(rocksalt, [EnvironmentFingerprint.Of(Prototypes.Zincblende("Zn", "S", 5.4))!]) > 0.2);
    }
}
