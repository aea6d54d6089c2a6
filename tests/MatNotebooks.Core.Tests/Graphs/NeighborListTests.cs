using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Graphs;

public sealed class NeighborListTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20261120, 297);

    [Fact]
    public void Pairs_within_a_radius_are_those_of_the_plainest_loop() =>
        Check.One(Seeded, Prop.ForAll<int, byte>((seed, tenths) =>
        {
            var crystal = RandomCrystals.OfSeed(seed);
            var cutoff = 0.5 + (tenths / 40.0);
            var list = NeighborList.Find(crystal, new() { Cutoff = cutoff, MaxNeighbors = null });
            var expected = AllPairs.Of(crystal, cutoff).Select(pair => (pair.Receiver, pair.Sender, pair.Shift)).ToHashSet();
            var found = Enumerable.Range(0, list.Count).Select(edge => (list.Receivers[edge], list.Senders[edge], list.Shifts[edge])).ToArray();
            return found.Length == expected.Count && found.All(expected.Contains);
        }));

    [Fact]
    public void The_nearest_and_their_shell_are_those_of_the_plainest_loop() =>
        Check.One(Seeded, Prop.ForAll<int, byte>((seed, count) =>
        {
            var crystal = RandomCrystals.OfSeed(seed);
            var wanted = 1 + (count % 20);
            var list = NeighborList.Find(crystal, new() { Cutoff = 7, MaxNeighbors = wanted });
            var byReceiver = AllPairs.Of(crystal, 7).ToLookup(pair => pair.Receiver);
            return Enumerable.Range(0, crystal.Sites.Length).All(atom =>
            {
                var sorted = byReceiver[atom].Select(pair => pair.Distance).Order().ToArray();
                var shell = sorted.Length <= wanted ? sorted : [.. sorted.Where(distance => distance <= sorted[wanted - 1] + 0.01)];
                var found = list.Distances[list.FirstEdge[atom]..list.FirstEdge[atom + 1]];
                return found.Length == shell.Length && found.Zip(shell).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
            });
        }));

    [Fact]
    public void Displacements_and_shifts_say_the_same()
    {
        var crystal = RandomCrystals.OfSeed(7);
        var list = NeighborList.Find(crystal, new() { Cutoff = 6, MaxNeighbors = null });
        for (var edge = 0; edge < list.Count; edge++)
        {
            var (shift, lattice) = (list.Shifts[edge], crystal.Lattice);
            var sender = crystal.CartesianOf(list.Senders[edge]) + lattice.ToCartesian(new(shift.A, shift.B, shift.C));
            var difference = sender - crystal.CartesianOf(list.Receivers[edge]) - list.Displacements[edge];
            Assert.True(difference.Length < 1e-9);
            Assert.Equal(list.Displacements[edge].Length, list.Distances[edge], 1e-12);
        }
    }

    [Theory]
    [InlineData(TieRule.KeepShell, 18)]
    [InlineData(TieRule.Cut, 12)]
    public void Rocksalt_keeps_its_second_shell_whole_or_cuts_it(TieRule ties, int neighbors)
    {
        var list = NeighborList.Find(Rocksalt(), new() { MaxNeighbors = 12, Ties = ties });
        Assert.Equal<int>([0, neighbors, 2 * neighbors], list.FirstEdge);
        Assert.All(list.Distances.Take(6), distance => Assert.Equal(2.82, distance, 9));
        Assert.All(list.Distances.Skip(6).Take(neighbors - 6), distance => Assert.Equal(2.82 * Math.Sqrt(2), distance, 9));
    }

    [Fact]
    public void Cutting_takes_the_lower_shift_of_equals()
    {
        var list = NeighborList.Find(OneAtom(Lattice.Cubic(3)), new() { MaxNeighbors = 2, Ties = TieRule.Cut });
        Assert.Equal<CellShift>([new(-1, 0, 0), new(0, -1, 0)], list.Shifts);
    }

    [Fact]
    public void A_shell_on_the_cutoff_is_kept_whole() =>
        Assert.Equal(6, NeighborList.Find(OneAtom(Lattice.Cubic(0.1 + 0.2 + 3)), new() { Cutoff = 3.3, MaxNeighbors = null }).Count);

    [Fact]
    public void An_isolated_atom_has_no_edge()
    {
        var list = NeighborList.Find(OneAtom(Lattice.Cubic(20)), new());
        Assert.Equal(0, list.Count);
        Assert.Equal<int>([0, 0], list.FirstEdge);
    }

    [Fact]
    public void A_supercell_has_the_same_neighborhoods()
    {
        var lattice = Rocksalt().Lattice;
        var doubled = new Lattice(2 * lattice.A, lattice.B, lattice.C);
        ImmutableArray<Site> sites =
        [
            .. Rocksalt().Sites.Select(site => new Site(site.Element, new(site.Position.A / 2, site.Position.B, site.Position.C))),
            .. Rocksalt().Sites.Select(site => new Site(site.Element, new((site.Position.A / 2) + 0.5, site.Position.B, site.Position.C))),
        ];
        var single = NeighborList.Find(Rocksalt(), new());
        var twice = NeighborList.Find(new(doubled, sites), new());
        Assert.Equal(2 * single.Count, twice.Count);
        Assert.Equal(single.Distances.Sum(), twice.Distances.Sum() / 2, 9);
    }

    [Fact]
    public void A_sheared_cell_of_the_same_lattice_has_the_same_neighbors()
    {
        var straight = new Lattice(new(4, 0, 0), new(0, 5, 0), new(0, 0, 6));
        var sheared = new Lattice(new(4, 0, 0), new(4 * 25, 5, 0), new(4 * 3, -5, 6));
        var expected = NeighborList.Find(OneAtom(straight), new() { Cutoff = 12, MaxNeighbors = null });
        var found = NeighborList.Find(OneAtom(sheared), new() { Cutoff = 12, MaxNeighbors = null });
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected.Distances.Zip(found.Distances), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Many_atoms_sorted_into_cubes_give_the_pairs_of_the_plainest_loop()
    {
        var random = new Random(3);
        var sites = Enumerable.Range(0, 600).Select(_ => new Site(PeriodicTable.OfNumber(29), new(random.NextDouble(), random.NextDouble(), random.NextDouble())));
        var crystal = new Crystal(new Lattice(new(22, 0, 0), new(7, 19, 0), new(-3, 5, 24)), [.. sites]);
        var list = NeighborList.Find(crystal, new() { Cutoff = 4, MaxNeighbors = null });
        var expected = AllPairs.Of(crystal, 4);
        Assert.Equal(expected.Count, list.Count);
        Assert.Equal(expected.Sum(pair => pair.Distance), list.Distances.Sum(), 1e-6);
    }

    [Fact]
    public void Two_atoms_on_one_spot_are_named()
    {
        var sodium = PeriodicTable.Find("Na");
        var crystal = new Crystal(Lattice.Cubic(5), [new(sodium, new(0, 0, 0)), new(sodium, new(0.5, 0.5, 0.5)), new(sodium, new(1, 0, 0))], "salt");
        var wrong = Assert.Throws<ArgumentException>(() => NeighborList.Find(crystal, new()));
        Assert.Equal("Crystal salt: sites 1 and 3 are 0 Å apart; at least 0.01 Å are needed. Remove one, or give one site both occupants.", wrong.Message);
    }

    [Fact]
    public void An_atom_too_far_from_its_cell_is_named()
    {
        var crystal = new Crystal(Lattice.Cubic(5), [new(PeriodicTable.Find("Na"), new(0, 1e9, 0))]);
        Assert.Contains("site 1 at", Assert.Throws<ArgumentException>(() => NeighborList.Find(crystal, new())).Message);
    }

    [Fact]
    public void All_neighbors_may_be_wanted_by_number()
    {
        var everything = NeighborList.Find(Rocksalt(), new() { Cutoff = 5, MaxNeighbors = null });
        Assert.Equal<int>(everything.Senders, NeighborList.Find(Rocksalt(), new() { Cutoff = 5, MaxNeighbors = int.MaxValue }).Senders);
    }

    [Fact]
    public void A_huge_cutoff_is_refused_and_not_tried()
    {
        var wrong = Assert.Throws<ArgumentException>(() => NeighborList.Find(Rocksalt(), new() { Cutoff = 1e5, MaxNeighbors = null }));
        Assert.Contains("the limit is 2e+07", wrong.Message);
    }

    [Fact]
    public void A_huge_cutoff_costs_nothing_when_only_the_nearest_are_wanted() =>
        Assert.Equal(36, NeighborList.Find(Rocksalt(), new() { Cutoff = 1e9 }).Count);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_cutoff_that_is_no_length_is_refused(double cutoff) =>
        Assert.Contains("must be greater than 0 and finite", Assert.Throws<ArgumentOutOfRangeException>(() => new GraphOptions { Cutoff = cutoff }).Message);

    [Fact]
    public void No_neighbors_at_all_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphOptions { MaxNeighbors = 0 });

    private static Crystal Rocksalt() => new(
        Lattice.FromParameters(5.64 / Math.Sqrt(2), 5.64 / Math.Sqrt(2), 5.64 / Math.Sqrt(2), 60, 60, 60),
        [new(PeriodicTable.Find("Na"), new(0, 0, 0)), new(PeriodicTable.Find("Cl"), new(0.5, 0.5, 0.5))]);

    private static Crystal OneAtom(Lattice lattice) => new(lattice, [new(PeriodicTable.Find("Cu"), new(-3.7, 12.2, 0.4))]);
}
