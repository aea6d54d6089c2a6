using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class FigureErrorTests
{
    [Fact]
    public void Lists_of_different_length_are_named_with_their_counts()
    {
        var error = Assert.Throws<ArgumentException>(() => new Series("train", [1, 2, 3], [1, 2]));
        Assert.Equal("x has 3 values but y of series 'train' has 2; a figure needs one of each per point.", error.Message);
    }

    [Fact]
    public void Parts_of_a_whole_are_not_below_zero_and_stand_at_the_same_places()
    {
        Assert.Contains("'b' has the value -1", Assert.Throws<ArgumentException>(() => new StackedAreaPlot(new Series("a", [0, 1], [1, 1]), new Series("b", [0, 1], [1, -1]))).Message);
        Assert.Contains("different x", Assert.Throws<ArgumentException>(() => new StackedAreaPlot(new Series("a", [0, 1], [1, 1]), new Series("b", [0, 2], [1, 1]))).Message);
    }

    [Fact]
    public void A_span_that_ends_before_it_starts_is_named() =>
        Assert.Contains("'train' in row 3 goes from 5 to 4", Assert.Throws<ArgumentException>(() => new TimelinePlot([new(3, "train", 5, 4)])).Message);

    [Fact]
    public void Parity_needs_a_finite_pair() =>
        Assert.Contains("None of 2 pairs is finite", Assert.Throws<ArgumentException>(() => new ParityPlot([1, double.NaN], [double.NaN, 1], "eV")).Message);

    [Fact]
    public void Labels_that_do_not_fit_are_refused() =>
        Assert.Contains("Labels has 1 values but actual has 2", Assert.Throws<ArgumentException>(() => (new ParityPlot([1, 2], [1, 2], "eV") { Labels = ["a"] }).ToMimeBundle()).Message);

    [Fact]
    public void An_unknown_element_is_named() =>
        Assert.Contains("Xx", Assert.ThrowsAny<Exception>(() => new PeriodicTableHeatmap(new Dictionary<string, double> { ["Xx"] = 1 })).Message);

    [Fact]
    public void Too_many_atoms_are_refused_with_the_limit() =>
        Assert.Contains("at most 4,000 are drawn", Assert.Throws<ArgumentException>(() => (new CrystalView(Crystals.RockSalt) { Supercell = (10, 10, 10) }).ToMimeBundle()).Message);

    [Fact]
    public void Values_must_be_one_per_site() =>
        Assert.Contains("AtomColors has 2 values", Assert.Throws<ArgumentException>(() => new CrystalView(Crystals.RockSalt).WithAtomValues("charge", [1, 2]).ToMimeBundle()).Message);

    [Fact]
    public void A_weight_must_name_a_site() =>
        Assert.Contains("names site 9; the crystal has sites 0 to 4", Assert.Throws<ArgumentException>(() =>
            new CrystalView(Crystals.Perovskite).WithBondWeights("attention", [new(9, new(1, 0, 0), 1)]).ToMimeBundle()).Message);
}
