using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Core.Tests.Graphs;
using MatNotebooks.Crystals;
using MatNotebooks.Features;

namespace MatNotebooks.Core.Tests.Features;

public sealed class StructureFingerprintTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261121, 297).WithMaxTest(30);

    [Fact]
    public void Cell_supercell_origin_and_order_do_not_matter() => Check.One(Seeded, Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        if (Crystal(seed) is not { } crystal) return true;
        var other = crystal.Translated(new(random.NextDouble(), random.NextDouble(), random.NextDouble())).Supercell(random.Next(1, 3), random.Next(1, 3), random.Next(1, 3));
        var sites = other.Sites.ToArray();
        random.Shuffle(sites);
        return Apart(crystal, Skewed(other.WithSites([.. sites]), random.Next(-1, 2))) < 1e-5;
    }));

    [Fact]
    public void Small_displacements_move_it_little() => Check.One(Seeded, Prop.ForAll<int>(seed =>
    {
        const double Most = 0.01; // Å
        var random = new Random(seed);
        if (Crystal(seed) is not { } crystal) return true;
        var moved = crystal.WithSites(
        [
            .. crystal.Sites.Select(site => site.MovedTo(site.Position + crystal.Lattice.ToFractional(
                new(Most / 2 * random.NextDouble(), Most / 2 * random.NextDouble(), Most / 2 * random.NextDouble())))),
        ]);
        return Apart(crystal, moved) <= 2 * Most;
    }));

    [Fact]
    public void Other_crystals_of_one_formula_differ()
    {
        Assert.True(Apart(Prototypes.Rocksalt("Zn", "S", 5), Prototypes.Zincblende("Zn", "S", 5)) > 0.3);
        Assert.True(Apart(Prototypes.Zincblende("Zn", "S", 5.41), Prototypes.Wurtzite("Zn", "S", 3.82)) > 0.1);
        Assert.True(Apart(Prototypes.Perovskite("Sr", "Ti", "O", 3.9), Prototypes.Perovskite("Ti", "Sr", "O", 3.9)) > 0.3);
        // The same points with the elements in another order: caesium chloride's order and layers along c.
        var chloride = Prototypes.CaesiumChloride("Ni", "Al", 2.9).Supercell(1, 1, 2);
        var layers = chloride.WithSites([chloride.Sites[0], chloride.Sites[1].MovedTo(chloride.Sites[2].Position), chloride.Sites[2].MovedTo(chloride.Sites[1].Position), chloride.Sites[3]]);
        Assert.True(Apart(chloride, layers) > 0.1);
        Assert.Equal(double.PositiveInfinity, Apart(Prototypes.Fcc("Cu", 3.61), Prototypes.Fcc("Ag", 3.61)));
        Assert.True(Apart(Prototypes.Fcc("Cu", 3.61), Prototypes.Hcp("Cu", 3.61 / Math.Sqrt(2))) > 0.05);
    }

    private static double Apart(Crystal left, Crystal right) => StructureFingerprint.Of(left).DistanceTo(StructureFingerprint.Of(right));

    /// <summary>A crystal of three elements by chance; null where atoms are too near each other for any crystal.</summary>
    private static Crystal? Crystal(int seed)
    {
        var crystal = RandomCrystals.OfSeed(seed, 6);
        string[] elements = ["Na", "Cl", "O"];
        crystal = crystal.WithSites([.. crystal.Sites.Select((site, place) => new Site(elements[place % 3], site.Position))]);
        return crystal.ShortestDistance() > 0.3 ? crystal : null;
    }

    /// <summary>The same crystal with the first vector plus some of the second as its first.</summary>
    private static Crystal Skewed(Crystal crystal, int times)
    {
        var lattice = new Lattice(crystal.Lattice.A + (times * crystal.Lattice.B), crystal.Lattice.B, crystal.Lattice.C);
        return new(lattice, [.. crystal.Sites.Select(site => site.MovedTo(new(site.Position.A, site.Position.B - (times * site.Position.A), site.Position.C)))]);
    }
}
