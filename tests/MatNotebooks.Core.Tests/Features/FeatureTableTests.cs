using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Features;

namespace MatNotebooks.Core.Tests.Features;

public sealed class FeatureTableTests
{
    private static readonly Composition[] Compositions = [Composition.Parse("Fe2O3"), Composition.Parse("HeO"), Composition.Parse("Fe4O6")];

    [Fact]
    public void What_nobody_knows_is_not_a_number_and_is_said()
    {
        var table = ElementDescriptors.Of(Compositions);
        Assert.True(double.IsNaN(table[1, "mean electronegativity"]) && double.IsNaN(table[1, "mode electronegativity"]));
        Assert.Equal(1, table.Incomplete["minimum electronegativity"]);
        Assert.Equal(3, table.Incomplete["mean density"]); // oxygen is a gas
        Assert.DoesNotContain("mean mass", table.Incomplete.Keys);
        Assert.Contains("are not known (NaN)", table.ToString());
        var known = table.WithoutIncompleteColumns();
        Assert.Empty(known.Incomplete);
        Assert.Equal([0, 1, 2], known.CompleteRows);
        Assert.Empty(table.CompleteRows);
    }

    [Fact]
    public void Every_column_has_a_unit_and_a_source()
    {
        Crystal[] crystals = [Prototypes.Rocksalt("Na", "Cl", 5.64)];
        Feature[] columns =
        [
            .. ElementDescriptors.Of(Compositions).Columns, .. ElementFractions.Of(Compositions).Columns, .. ElementFractions.OneHot(Compositions).Columns,
            .. StructureDescriptors.Of(crystals).Columns, .. RadialDistribution.TableOf(crystals).Columns,
        ];
        Assert.All(columns, column => Assert.True(column.Name != "" && column.Unit != "" && column.Source != ""));
        Assert.Equal(columns.Length, columns.Select(column => column.Name).Distinct().Count());
    }

    [Fact]
    public void Formulas_that_reduce_to_one_have_the_same_features()
    {
        var table = ElementDescriptors.Of(Compositions);
        Assert.All(table.Row(0).ToArray().Zip(table.Row(2).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Fractions_and_presence_stand_over_the_periodic_table()
    {
        var (shares, present) = (ElementFractions.Of(Compositions), ElementFractions.OneHot(Compositions));
        Assert.Equal((0.4, 0.6, 0.0), (shares[0, "share of Fe"], shares[0, "share of O"], shares[0, "share of He"]));
        Assert.Equal((1.0, 1.0, 0.0), (present[0, "has Fe"], present[0, "has O"], present[0, "has He"]));
        for (var row = 0; row < 3; row++) Assert.Equal(1, shares.Row(row).ToArray().Sum(), 12);
    }

    [Fact]
    public void Tables_stand_side_by_side_and_give_some_rows()
    {
        var both = ElementFractions.Of(Compositions).Beside(ElementFractions.OneHot(Compositions));
        Assert.Equal((3, 206), (both.Rows, both.Columns.Count));
        Assert.Equal([1.0, 0.0], both.OfRows([1, 0]).Column("has He"));
        Assert.Contains("Two columns are called \"has H\"", Assert.Throws<ArgumentException>(() => both.Beside(ElementFractions.OneHot(Compositions))).Message);
        Assert.Contains("There is no feature \"has Xx\"", Assert.Throws<ArgumentException>(() => both[0, "has Xx"]).Message);
        Assert.Contains("There is no row 3", Assert.Throws<ArgumentOutOfRangeException>(() => both[3, "has H"]).Message);
    }

    [Fact]
    public void A_crystal_without_known_radius_has_no_packing_fraction()
    {
        var table = StructureDescriptors.Of([Prototypes.Fcc("Ar", 5.26), Prototypes.Fcc("Cu", 3.61)]);
        Assert.True(double.IsNaN(table[0, "packing fraction"]));
        Assert.Equal((12.0, 12.0), (table[0, "mean coordination"], table[1, "least coordination"]));
    }

    [Fact]
    public void Bins_that_do_not_fill_the_range_are_refused() =>
        Assert.Contains("Bins of 0.3 Å up to 10 Å cannot be", Assert.Throws<ArgumentException>(() => RadialDistribution.Of(Prototypes.Fcc("Cu", 3.61), 10, 0.3)).Message);
}
