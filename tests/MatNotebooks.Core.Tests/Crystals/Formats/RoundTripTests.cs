using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

/// <summary>What a writer writes, the reader reads as the same crystal.</summary>
public class RoundTripTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20_261_121, 1).WithMaxTest(200);

    [Fact]
    public void Cif() => Prop.ForAll(RandomCrystal(disordered: true), crystal =>
        IsSame(crystal, MatNotebooks.Crystals.Formats.Cif.Parse(MatNotebooks.Crystals.Formats.Cif.Write(crystal)), 1e-8)).Check(Seeded);

    [Fact]
    public void Poscar() => Prop.ForAll(RandomCrystal(disordered: false), crystal =>
        IsSame(Grouped(crystal), MatNotebooks.Crystals.Formats.Poscar.Parse(MatNotebooks.Crystals.Formats.Poscar.Write(crystal)), 1e-11)).Check(Seeded);

    [Fact]
    public void ExtendedXyz() => Prop.ForAll(RandomCrystal(disordered: false), crystal =>
        IsSame(crystal, Assert.Single(Xyz.Parse(Xyz.Write(crystal))).Crystal!, 1e-9)).Check(Seeded);

    private static bool IsSame(Crystal expected, Crystal actual, double tolerance)
    {
        Assert.Equal(expected.Sites.Length, actual.Sites.Length);
        var (one, other) = (expected.Lattice.Parameters, actual.Lattice.Parameters);
        Assert.Equal(one.A, other.A, tolerance * 10);
        Assert.Equal(one.Beta, other.Beta, tolerance * 10);
        Assert.Equal(expected.Volume, actual.Volume, tolerance * 1e4);
        foreach (var (left, right) in expected.Sites.Zip(actual.Sites))
        {
            var shift = (left.Position - right.Position).Centered;
            Assert.InRange(Math.Abs(shift.A) + Math.Abs(shift.B) + Math.Abs(shift.C), 0, 3 * tolerance);
            Assert.Equal(left.Occupants.Select(occupant => occupant.Element), right.Occupants.Select(occupant => occupant.Element));
            Assert.All(left.Occupants.Zip(right.Occupants), pair => Assert.Equal(pair.First.Occupancy, pair.Second.Occupancy, 1e-6));
        }
        return true;
    }

    private static Crystal Grouped(Crystal crystal) => crystal.WithSites([.. crystal.Sites.GroupBy(site => site.Element).SelectMany(group => group)]);

    /// <summary>Random cells, from 3 to 12 Å and 65° to 115°, with up to ten sites at least 0.5 Å apart.</summary>
    private static Arbitrary<Crystal> RandomCrystal(bool disordered) => Gen.Choose(0, int.MaxValue - 1).Select(seed =>
    {
        var random = new Random(seed);
        var lattice = Lattice.FromParameters(
            Between(3, 12), Between(3, 12), Between(3, 12), Between(65, 115), Between(65, 115), Between(65, 115));
        var sites = new List<Site>();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var position = new Fractional(Between(-0.5, 1.5), Between(-0.5, 1.5), Between(-0.5, 1.5));
            var site = disordered && random.Next(2) == 0 ? new Site(Shares(), position) : new Site(AnyElement(), position);
            var trial = new Crystal(lattice, [.. sites, site]);
            if (trial.ShortestDistance() > 0.5) sites.Add(site);
        }
        return new Crystal(lattice, [.. sites]);

        double Between(double low, double high) => low + ((high - low) * random.NextDouble());

        Element AnyElement() => PeriodicTable.OfNumber(random.Next(1, 104));

        System.Collections.Immutable.ImmutableArray<Occupant> Shares()
        {
            var first = Math.Round(Between(0.1, 0.9), 4);
            var (one, other) = (random.Next(1, 50), random.Next(51, 104));
            return [new(PeriodicTable.OfNumber(one), first), new(PeriodicTable.OfNumber(other), Math.Round((1 - first) * Between(0.2, 1), 4))];
        }
    }).ToArbitrary();
}
