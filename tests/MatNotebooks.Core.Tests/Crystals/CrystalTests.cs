using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Crystals;

public class CrystalTests
{
    private static readonly Crystal Salt = Prototypes.Rocksalt("Na", "Cl", 5.6402);

    private static readonly Crystal Skewed = new(
        Lattice.FromParameters(4.1, 5.2, 6.3, 75, 83, 96),
        [new("Cu", new(0.1, 0.2, 0.3)), new("O", new(0.45, 0.6, 0.15)), new("S", new(0.8, 0.75, 0.7))]);

    [Fact]
    public void Knows_its_composition_density_and_text()
    {
        Assert.Equal(Composition.Parse("Na4Cl4"), Salt.Composition);
        Assert.Equal(2.1633, Salt.Density, 1e-4);
        Assert.Equal("NaCl, 8 sites, a=5.6402 b=5.6402 c=5.6402 Å, α=90 β=90 γ=90°, 179.43 Å³, 2.163 g/cm³", Salt.ToString());
    }

    [Fact]
    public void Occupancies_count_in_the_composition()
    {
        var site = new Site([new("Na", 0.5), new("Bi", 0.25)], default);
        var crystal = new Crystal(Lattice.Cubic(4), [site, new("O", new(0.5, 0.5, 0.5))], "x");
        Assert.Equal(Composition.Parse("Na0.5Bi0.25O"), crystal.Composition);
        Assert.False(crystal.IsOrdered);
        Assert.StartsWith("x: Na0.5Bi0.25O, 2 sites (disordered), a=4 ", crystal.ToString());
    }

    [Fact]
    public void A_supercell_has_the_same_density_and_distances()
    {
        var large = Skewed.Supercell(2, 1, 3);
        Assert.Equal(18, large.Sites.Length);
        Assert.Equal(6 * Skewed.Volume, large.Volume, 1e-9);
        Assert.Equal(Skewed.Density, large.Density, 1e-9);
        Assert.Equal(Skewed.ShortestDistance(), large.ShortestDistance(), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => Skewed.Supercell(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Skewed.Supercell(100, 100, 100));
    }

    [Fact]
    public void A_shift_keeps_every_distance()
    {
        var moved = Skewed.Translated(new(0.37, -2.2, 0.91));
        Assert.All(moved.Sites, site => Assert.InRange(site.Position.A, 0, 1));
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                Assert.Equal(Skewed.Distance(i, j), moved.Distance(i, j), 1e-9);
    }

    [Fact]
    public void Strain_changes_lengths_and_angles_as_the_tensor_says()
    {
        var stretched = Salt.Strained(0.01, 0, -0.02);
        Assert.Equal(5.6402 * 1.01, stretched.Lattice.Parameters.A, 1e-9);
        Assert.Equal(5.6402 * 0.98, stretched.Lattice.Parameters.C, 1e-9);
        var sheared = Salt.Strained(0, 0, 0, xy: 0.01);
        Assert.Equal(Math.Acos(0.02 / 1.0001) * 180 / Math.PI, sheared.Lattice.Parameters.Gamma, 1e-9);
        Assert.Equal(200, Skewed.WithVolume(200).Volume, 1e-9);
    }

    [Fact]
    public void Elements_are_replaced_by_kind_or_by_site()
    {
        Assert.Equal("K4Cl4", Salt.Replaced("Na", "K").Composition.ToString());
        Assert.Equal(Composition.Parse("Na4Cl3Br"), Salt.WithElement(7, "Br").Composition);
        var mixed = new Crystal(Lattice.Cubic(4), [new([new("Na", 0.5), new("K", 0.5)], default)]).Replaced("K", "Na");
        Assert.True(mixed.IsOrdered);
    }

    [Fact]
    public void Distances_look_at_every_image_of_a_skewed_cell()
    {
        // All images in a box far too large, the plain way.
        var shortest = double.PositiveInfinity;
        for (var i = -6; i <= 6; i++)
            for (var j = -6; j <= 6; j++)
                for (var k = -6; k <= 6; k++)
                    shortest = Math.Min(shortest, Narrow.ToCartesian(new(0.52 + i, 0.48 + j, 0.1 + k)).Length);
        var crystal = new Crystal(Narrow, [new("H", default), new("H", new(0.52, 0.48, 0.1))]);
        Assert.Equal(shortest, crystal.Distance(0, 1), 1e-12);
        Assert.True(shortest < Narrow.ToCartesian(new(-0.48, 0.48, 0.1)).Length - 0.1, "the case is meant to need another image than the rounded one");
    }

    [Fact]
    public void Close_pairs_are_found_across_cell_borders_and_nearest_first()
    {
        var crystal = new Crystal(Lattice.Cubic(10), [
            new("H", new(0.001, 0.5, 0.5)), new("H", new(0.98, 0.5, 0.5)), new("O", new(0.5, 0.999, 0)), new("O", new(0.5, 0, 0))]);
        var pairs = crystal.ClosePairs(0.3);
        Assert.Equal([(2, 3), (0, 1)], pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(0.01, pairs[0].Distance, 1e-9);
        Assert.Equal(0.21, pairs[1].Distance, 1e-9);
        Assert.Empty(crystal.ClosePairs(0.005));
    }

    [Fact]
    public void Close_pairs_are_those_of_a_plain_search()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 50; trial++)
        {
            var lattice = Lattice.FromParameters(3 + (5 * random.NextDouble()), 3 + (5 * random.NextDouble()), 3 + (5 * random.NextDouble()), 65 + (50 * random.NextDouble()), 80, 95);
            var sites = Enumerable.Range(0, 12).Select(_ => new Site("H", new(random.NextDouble(), random.NextDouble(), random.NextDouble()))).ToArray();
            var crystal = new Crystal(lattice, [.. sites]);
            var expected = from i in Enumerable.Range(0, 12) from j in Enumerable.Range(i + 1, 11 - i) where crystal.Distance(i, j) < 2 orderby crystal.Distance(i, j) select (i, j);
            Assert.Equal(expected, crystal.ClosePairs(2).Where(pair => pair.First != pair.Second).Select(pair => (pair.First, pair.Second)));
            var nearest = Enumerable.Range(0, 12).Min(i => Enumerable.Range(0, 12).Min(j => crystal.Distance(i, j)));
            Assert.Equal(nearest, crystal.ShortestDistance(), 1e-12);
        }
    }

    [Fact]
    public void Equal_content_makes_equal_crystals()
    {
        Assert.Equal(Salt, Prototypes.Rocksalt("Na", "Cl", 5.6402));
        Assert.Equal(Salt.GetHashCode(), Prototypes.Rocksalt("Na", "Cl", 5.6402).GetHashCode());
        Assert.NotEqual(Salt, Salt.WithElement(0, "K"));
        Assert.NotEqual(Salt, Salt.WithId("halite"));
    }

    [Fact]
    public void A_cell_without_volume_or_with_extreme_skew_is_refused()
    {
        Assert.Contains("0.001 Å³", Assert.Throws<ArgumentException>(() => new Lattice(new(1, 0, 0), new(2, 0, 0), new(0, 0, 1))).Message);
        Assert.Contains("less skewed", Assert.Throws<ArgumentException>(() => Lattice.FromParameters(1000, 1000, 5, 90, 90, 0.1)).Message);
        Assert.Contains("between 0 and 180", Assert.Throws<ArgumentException>(() => Lattice.FromParameters(5, 5, 5, 270, 90, 90)).Message);
    }

    [Fact]
    public void A_molecule_knows_its_formula_and_goes_into_a_cell()
    {
        var water = new Molecule([new("O", default), new("H", new(0.757, 0.586, 0)), new("H", new(-0.757, 0.586, 0))], "water");
        Assert.Equal("water: H2O, 3 atoms", water.ToString());
        Assert.Equal(0.9573, water.Distance(0, 1), 1e-4);
        Assert.Equal(water.Distance(1, 2), water.In(Lattice.Cubic(10)).Distance(1, 2), 1e-12);
    }

    private static Lattice Narrow { get; } = Lattice.FromParameters(3, 3, 8, 90, 90, 150);
}
