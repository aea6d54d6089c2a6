using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Core.Tests.Graphs;
using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Crystals;

public sealed class PairSweepTests
{
    [Fact]
    public void The_quick_look_never_overlooks_a_near_pair() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20261121, 297).WithMaxTest(400), Prop.ForAll<int, byte>((seed, part) =>
        {
            var crystal = RandomCrystals.OfSeed(seed, 12);
            var distance = 0.1 + (part / 100.0);
            return !PairSweep.AreApart(crystal.Lattice, crystal.Sites, distance) || crystal.ClosePairs(distance).All(pair => pair.First == pair.Second);
        }));

    [Fact]
    public void The_quick_look_settles_an_ordinary_crystal() =>
        Assert.True(PairSweep.AreApart(Prototypes.Rocksalt("Na", "Cl", 5.64).Lattice, Prototypes.Rocksalt("Na", "Cl", 5.64).Sites, 0.1));
}
