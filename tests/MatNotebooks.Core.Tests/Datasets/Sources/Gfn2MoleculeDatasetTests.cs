using MatNotebooks.Core.Tests.Simulation;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Molecules;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Core.Tests.Datasets.Sources;

public sealed class Gfn2MoleculeDatasetTests
{
    private const int Relaxed = 3400; // as data/molecules/SOURCE.md says

    private static readonly IReadOnlyList<Gfn2Molecule> Shipped = Gfn2MoleculeDataset.Load().Records;

    /// <summary>Ten molecules that everybody knows, by the names of tests/References/molecules.csv.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["H2O"] = "O", ["NH3"] = "N", ["CH4"] = "C", ["CO2"] = "C(=O)=O", ["HF"] = "F", ["N2"] = "N#N", ["HCN"] = "C#N", ["H2CO"] = "C=O", ["C2H4"] = "C=C", ["CH3OH"] = "CO",
    };

    [Fact]
    public void Three_thousand_molecules_have_the_bonds_of_their_smiles_and_rest_in_minima()
    {
        Assert.InRange(Shipped.Count, 3000, Relaxed);
        Assert.Equal(Shipped.Count, Shipped.Select(row => row.Smiles).Distinct().Count());
        var campaign = new MoleculeCampaign(Relaxed);
        foreach (var row in Shipped)
        {
            var result = new CalculationResult { Energy = row.Energy, CoreSeconds = 0, Source = new("", "", ""), Molecule = row.Molecule, Frequencies = row.Frequencies };
            Assert.True(campaign.Objection(row.Smiles, result) is null, $"{row.Smiles}: {campaign.Objection(row.Smiles, result)}");
            Assert.InRange(row.Frequencies.Length, (3 * row.Molecule.Atoms.Length) - 6, (3 * row.Molecule.Atoms.Length) - 5);
            Assert.InRange(row.Molecule.Atoms.Count(atom => atom.Element.Symbol != "H"), 1, 9);
        }
    }

    /// <summary>Two SMILES that relaxed to one molecule would agree in all of this.</summary>
    [Fact]
    public void No_molecule_stands_twice() => Assert.Empty(
        from rows in Shipped.GroupBy(row => (row.Molecule.Formula, Math.Round(row.Energy, 2)))
        from row in rows
        from other in rows
        where string.CompareOrdinal(row.Smiles, other.Smiles) < 0 && Math.Abs(row.Gap - other.Gap) < 0.01 && Math.Abs(row.Dipole - other.Dipole) < 0.02
            && row.Frequencies.Zip(other.Frequencies).All(pair => Math.Abs(pair.First - pair.Second) < 5)
        select $"{row.Smiles} {other.Smiles}");

    [Fact]
    public void Ten_molecules_come_out_near_others_figures()
    {
        var rows = Shipped.ToDictionary(row => row.Smiles);
        foreach (var known in ReferenceTable.Read("molecules.csv"))
        {
            var row = rows[Known[known["molecule"]]];
            Assert.Equal(ReferenceTable.Number(known["dipole"])!.Value, row.Dipole, 0.8);
            Assert.InRange(row.Polarizability / ReferenceTable.Number(known["polarizability"])!.Value, 0.75, 1.25);
            if (ReferenceTable.Number(known["ionization_energy"]) is { } ionization) Assert.InRange(-row.Homo / ionization, 0.75, 1.15); // Koopmans
        }
    }

    [ProgramFact("xtb", "xtb")]
    public async Task A_row_comes_back_when_it_is_computed_again()
    {
        var calculator = new XtbCalculator(new() { Relaxation = XtbRelaxation.VeryTight });
        foreach (var smiles in new[] { "C(C)O", "C1CN1" })
        {
            var row = Shipped.Single(row => row.Smiles == smiles);
            var again = await calculator.ResultOfAsync(CalculationTask.Frequencies(row.Molecule));
            Assert.Equal(row.Energy, again.Energy, 1e-4);
            Assert.Equal(row.Gap, again.Gap!.Value, 0.01);
            Assert.Equal(row.Dipole, again.Dipole!.Value, 0.01);
            Assert.Equal(row.Polarizability, again.Polarizability!.Value, 0.01);
            Assert.Equal(row.ZeroPointEnergy, again.Frequencies.Sum() * MatNotebooks.Quantities.Units.InverseCentimeter / 2, 1e-3);
            Assert.All(row.Frequencies.Zip(again.Frequencies), pair => Assert.Equal(pair.First, pair.Second, 15.0));
        }
    }

    [Fact]
    public void The_catalogue_gives_the_same_rows()
    {
        var rows = DatasetCatalogue.Find("molecules_gfn2").Read().ToArray();
        Assert.Equal(Shipped.Select(row => (row.Smiles, row.Energy)), rows.Select(row => (row.Id, row.RequiredNumber("energy_eV"))));
    }
}
