using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Crystals;

public sealed class FormulaCrystalTests
{
    [Theory]
    [InlineData("NaCl", "NaCl", 2)]
    [InlineData("Fe4O6", "Fe2O3", 5)]
    [InlineData("Ag0.5Ge1Pb1.75S4", "Ag2Ge4Pb7S16", 29)]
    [InlineData("Li6.4La3Zr1.4Ta0.6O12", "Li32La15Zr7Ta3O60", 117)]
    public void Amounts_become_the_least_whole_numbers(string formula, string written, int atoms)
    {
        var crystal = FormulaCrystal.Of(Composition.Parse(formula));
        Assert.Equal((Composition.Parse(written), atoms), (crystal.Composition, crystal.Sites.Length));
    }

    [Theory]
    [InlineData("He")]
    [InlineData("NaCl")]
    [InlineData("Fe2O3")]
    [InlineData("Fe0.620C0.000953Mn0.000521Si0.00102Cr0.000110Ni0.192Mo0.0176V0.000112Nb0.0000616Co0.146Al0.00318Ti0.0185")]
    public void No_atom_has_a_neighbour_and_each_has_the_same_volume(string formula)
    {
        var crystal = FormulaCrystal.Of(Composition.Parse(formula), "formula");
        Assert.Equal(0, CrystalGraph.Of(crystal, new() { Cutoff = FormulaCrystal.NoArrangement, MaxNeighbors = null }).Edges);
        Assert.Equal(20, crystal.Volume / crystal.Sites.Length, 1e-9);
        Assert.Equal("formula", crystal.Id);
    }

    [Fact]
    public void Shares_that_need_too_many_atoms_are_rounded_and_no_element_is_lost()
    {
        var crystal = FormulaCrystal.Of(Composition.Parse("Fe0.7333Ni0.2666C0.0001"), mostAtoms: 100);
        Assert.Equal(Composition.Parse("Fe73Ni27C"), crystal.Composition);
    }

    [Fact]
    public void A_known_volume_is_kept() =>
        Assert.Equal(11.2, FormulaCrystal.Of(Composition.Parse("Li3N"), atomVolume: 11.2) is var crystal ? crystal.Volume / crystal.Sites.Length : 0, 1e-9);

    [Fact]
    public void Too_small_a_volume_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => FormulaCrystal.Of(Composition.Parse("Li3N"), atomVolume: 1));

    [Fact]
    public void Too_few_atoms_for_the_elements_are_refused() =>
        Assert.Contains("mostAtoms is 1; Fe2O3 needs at least 2", Assert.Throws<ArgumentOutOfRangeException>(() => FormulaCrystal.Of(Composition.Parse("Fe2O3"), mostAtoms: 1)).Message, StringComparison.Ordinal);
}
