using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class ElementReferencesTests
{
    private static readonly Composition[] Oxides = [.. new[] { "MgO", "Mg", "O2", "SiO2", "Mg2SiO4", "MgSiO3" }.Select(Composition.Parse)];

    [Fact]
    public void Energies_that_are_sums_give_the_summands_back() =>
        Prop.ForAll(
            Gen.Choose(-1000, 1000).Select(whole => whole / 100.0).ArrayOf(3).ToArbitrary(),
            summands =>
            {
                Element[] elements = [PeriodicTable.Find("O"), PeriodicTable.Find("Mg"), PeriodicTable.Find("Si")];
                double[] energies = [.. Oxides.Select(oxide => elements.Zip(summands, (element, energy) => oxide[element] * energy).Sum())];
                var references = ElementReferences.Fit(Oxides, energies);
                Assert.Equal(3, references.Rank);
                Assert.Equal(0, references.Residual, 1e-9);
                Assert.Equal(elements, references.Energies.Keys);
                foreach (var (element, energy) in elements.Zip(summands)) Assert.Equal(energy, references.Energies[element], 1e-9);
                Assert.Equal(0.25, references.Relative(Oxides[0], energies[0] + 0.5), 1e-9);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bigger_formula_unit_counts_no_more_than_a_small_one()
    {
        Composition[] once = [Composition.Parse("MgO"), Composition.Parse("Mg"), Composition.Parse("O")];
        Composition[] twice = [Composition.Parse("Mg2O2"), .. once[1..]];
        var small = ElementReferences.Fit(once, [-12, -1, -2]);
        var large = ElementReferences.Fit(twice, [-24, -1, -2]);
        foreach (var element in small.Energies.Keys) Assert.Equal(small.Energies[element], large.Energies[element], 1e-9);
        Assert.Equal(small.Residual, large.Residual, 1e-9);
    }

    [Fact]
    public void Directions_the_compositions_leave_open_get_the_shortest_solution()
    {
        Composition[] halides = [.. new[] { "NaCl", "NaBr", "KCl", "KBr" }.Select(Composition.Parse)];
        var references = ElementReferences.Fit(halides, [-8, -7, -9, -8]);
        Assert.Equal(3, references.Rank); // four elements, but sodium and potassium may rise as chlorine and bromine fall
        Assert.Equal(0, references.Residual, 1e-9);
        Assert.Equal(-8, references.Energy(halides[0]), 1e-9);
        Assert.Equal(
            references.Energies[PeriodicTable.Find("Na")] + references.Energies[PeriodicTable.Find("K")],
            references.Energies[PeriodicTable.Find("Cl")] + references.Energies[PeriodicTable.Find("Br")],
            1e-9);
    }

    [Fact]
    public void The_octet_compounds_leave_three_directions_open()
    {
        var minima = OctetDataset.Load().Series.Where(series => series.Prototype == Prototype.Zincblende).ToArray();
        var compositions = minima.Select(series => Composition.Parse(series.Compound)).ToArray();
        double[] energies = [.. minima.Select(series => series.Energies.Min())];
        var references = ElementReferences.Fit(compositions, energies);
        Assert.Equal(34, references.Energies.Count);
        Assert.Equal(31, references.Rank); // I–VII, II–VI and III–V each: one side may rise as the other falls; IV has its elements
        var mean = energies.Average();
        var spread = Math.Sqrt(energies.Average(energy => Math.Pow((energy - mean) / 2, 2)));
        Assert.InRange(references.Residual, 0.05 * spread, 0.2 * spread);
    }

    [Fact]
    public void What_cannot_be_fitted_or_asked_is_named()
    {
        Assert.Contains("2 compositions and 1 energies", Assert.Throws<ArgumentException>(() => ElementReferences.Fit(Oxides[..2], [1])).Message);
        Assert.Contains("row 2", Assert.Throws<ArgumentException>(() => ElementReferences.Fit(Oxides[..2], [1, double.NaN])).Message);
        var references = ElementReferences.Fit(Oxides[..2], [-12, -1]);
        Assert.Contains("Si", Assert.Throws<ArgumentException>(() => references.Energy(Composition.Parse("SiO2"))).Message);
    }
}
