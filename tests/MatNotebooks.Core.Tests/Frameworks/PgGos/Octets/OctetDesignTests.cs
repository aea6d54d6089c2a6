using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Octets;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Octets;

public sealed class OctetDesignTests
{
    private static readonly OctetDataset Table = OctetDataset.Load();

    /// <summary>At a recorded lattice constant the verdict is the record; between two it lies between; outside there is none.</summary>
    [Fact]
    public void The_verdict_is_what_was_recorded()
    {
        var verdicts = new OctetVerdicts(Table);
        foreach (var series in Table.Series.Where(series => series.Compound is "MgO" or "GaAs" or "SiSi" or "NaCl"))
        {
            var (first, second) = (series.Records[2], series.Records[3]);
            var at = verdicts.Of(first.Crystal)!;
            Assert.Equal((series.Compound, series.Prototype.Name), (at.Compound, at.Structure));
            Assert.Equal(first.Gap, at.Gap, 1e-3);
            var between = verdicts.Of(series.Prototype.Primitive(first.Crystal.Sites[1].Element.Symbol, first.Crystal.Sites[0].Element.Symbol, (first.LatticeConstant + second.LatticeConstant) / 2))!;
            Assert.Equal((first.Gap + second.Gap) / 2, between.Gap, 1e-3); // whichever atom comes first
            Assert.Null(verdicts.Of(first.Crystal.WithVolume(1.3 * series.Volumes[^1])));
        }
        Assert.InRange(verdicts.Of(Prototype.Rocksalt.Primitive("Mg", "O", 4.256))!.Strain, -0.2, 0.2); // SOURCE.md: 4.256 Å is the minimum
        Assert.Equal("zincblende", verdicts.Of(Prototypes.Zincblende("Zn", "S", 5.42).Supercell(2, 1, 1))!.Structure); // any cell
        Assert.Null(verdicts.Of(Prototypes.CaesiumChloride("Na", "Cl", 3.5)));
        Assert.Null(verdicts.Of(Prototypes.Wurtzite("Zn", "S", 3.83)));
        Assert.Null(verdicts.Of(Prototypes.Rocksalt("Na", "Cl", 5.6).Strained(0.05, 0, 0)));
        Assert.Null(verdicts.Of(Prototype.Rocksalt.Primitive("Mg", "Xe", 5)));
        Assert.Null(verdicts.Of(Prototypes.Perovskite("Sr", "Ti", "O", 3.9)));
    }

    [Fact]
    public void Nothing_is_learned_from_what_is_held_back()
    {
        var design = new OctetDesign(Table, heldBack: 16);
        Assert.Equal(16, design.HeldBack.Length);
        Assert.DoesNotContain(design.Known, crystal => design.HeldBack.Contains(design.Verdicts.Of(crystal)?.Compound ?? ""));
        Assert.Contains("heldBack is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new OctetDesign(Table, heldBack: 0)).Message);
    }

    [Fact]
    public void Every_compound_of_the_table_obeys_the_octet_rule_and_others_do_not()
    {
        var rule = new OctetRuleFilter();
        Assert.All(Table.Series, series => Assert.True(rule.Judge(new(series.Records[0].Crystal)).Passes, series.ToString()));
        Assert.Contains("6 valence electrons", rule.Judge(new(Prototypes.Rocksalt("Ba", "Si", 6.9))).Reason!);
        Assert.False(OctetDesign.Passes(Prototypes.Rocksalt("Ba", "Si", 6.9)));
    }

    [Fact]
    public void A_verdict_meets_a_wish_within_its_tolerances()
    {
        var wanted = OctetDesign.Want(2, tolerance: 0.3, strain: 2);
        Assert.True(OctetDesign.Meets(new("X", "rocksalt", 5, 2.29, -1.9), wanted));
        Assert.False(OctetDesign.Meets(new("X", "rocksalt", 5, 2.31, 0), wanted));
        Assert.False(OctetDesign.Meets(new("X", "rocksalt", 5, 2, 2.1), wanted));
        Assert.False(OctetDesign.Meets(null, wanted));
    }
}
