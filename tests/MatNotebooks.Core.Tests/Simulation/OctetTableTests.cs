using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Simulation;

public sealed class OctetTableTests
{
    private static readonly IReadOnlyList<OctetRecord> Shipped = OctetDataset.Load().Records;

    [Fact]
    public void Has_82_compounds_of_34_elements_with_eight_valence_electrons()
    {
        Assert.Equal(82, OctetCompound.All.Distinct().Count());
        Assert.Equal(34, OctetCompound.All.SelectMany(compound => new[] { compound.First, compound.Second }).Distinct().Count());
        Assert.Equal(164, PlannedCurve.All.Distinct().Count());
    }

    [Fact]
    public void Every_row_that_ships_is_a_point_of_the_table_with_the_same_crystal()
    {
        foreach (var row in Shipped)
        {
            var point = OctetPoint.Parse(row.Id);
            Assert.NotNull(point);
            Assert.Equal(row.Id, point.Id);
            Assert.Equal(row.LatticeConstant, point.LatticeConstant);
            Assert.Equal(row.Crystal.Lattice.Volume, point.Crystal.Lattice.Volume, 1e-4);
            Assert.Equal(row.Crystal.Sites.Select(site => (site.Element, site.Position)), point.Crystal.Sites.Select(site => (site.Element, site.Position)));
        }
    }

    [Theory]
    [InlineData("octet-NaZn-rocksalt-5.0000")]
    [InlineData("octet-NaCl-wurtzite-5.0000")]
    [InlineData("octet-NaCl-rocksalt-x")]
    [InlineData("NaCl")]
    public void Another_name_is_no_point(string id) => Assert.Null(OctetPoint.Parse(id));

    [Fact]
    public void The_guess_is_near_what_was_computed()
    {
        var lowest = Shipped.GroupBy(row => OctetPoint.Parse(row.Id)!.Curve)
            .ToDictionary(rows => rows.Key, rows => rows.MinBy(row => row.Energy)!.LatticeConstant);
        var guesses = lowest.Keys.Select(curve => (Guess: LatticeGuess.Of(curve, lowest), Lowest: lowest[curve])).ToArray();
        Assert.Equal(4, guesses.Count(pair => pair.Guess is null)); // C and Sn: no other compound begins with carbon or ends with tin
        var errors = guesses.Where(pair => pair.Guess is not null).Select(pair => Math.Abs((pair.Guess!.Value / pair.Lowest) - 1)).Order().ToArray();
        Assert.True(errors[errors.Length / 2] < 0.015, $"median {errors[errors.Length / 2]:P1}");
        Assert.True(errors[^1] < 0.12, $"greatest {errors[^1]:P1}");
    }

    [Fact]
    public void Without_neighbours_there_is_no_guess() =>
        Assert.Null(LatticeGuess.Of(
            new(new("K", "F"), Prototype.Rocksalt),
            new Dictionary<PlannedCurve, double> { [new(new("K", "Cl"), Prototype.Rocksalt)] = 6.4, [new(new("Na", "F"), Prototype.Rocksalt)] = 4.7 }));
}
