using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Molecules;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Core.Tests.Simulation.Molecules;

public sealed class EmbeddingTests
{
    /// <summary>Springs alone bring nearly every molecule to where its bonds are the ones it was drawn with.</summary>
    [Fact]
    public void Springs_put_molecules_into_space_with_their_bonds()
    {
        var graphs = MoleculeEnumerator.List(3000, 0).Where((_, i) => i % 100 == 0).ToArray();
        var changed = graphs.Count(graph => BondCheck.Change(graph, Embedding.Of(graph, 0, "x")) is not null);
        Assert.InRange(changed, 0, 2);
        Assert.Equal(Embedding.Of(graphs[^1], 3, "x"), Embedding.Of(graphs[^1], 3, "x"));
    }

    [ProgramFact("xtb", "xtb")]
    public async Task Relaxed_molecules_keep_their_bonds_and_rest_in_minima()
    {
        var campaign = new MoleculeCampaign(500);
        var calculator = new XtbCalculator(new() { Relaxation = XtbRelaxation.VeryTight });
        var kept = 0;
        foreach (var name in campaign.Names.Where((_, i) => i % 100 == 99))
            if (campaign.Objection(name, await calculator.ResultOfAsync(campaign.Job(name).Task)) is null) kept++;
        Assert.InRange(kept, 4, 5);
    }

    [Fact]
    public void Broken_bonds_and_saddles_are_objected_to()
    {
        var campaign = new MoleculeCampaign(5);
        var molecule = campaign.Job("CC").Task.Molecule!;
        var result = new CalculationResult { Energy = 0, CoreSeconds = 0, Source = new("", "", ""), Molecule = molecule, Frequencies = [100] };
        Assert.Null(campaign.Objection("CC", result));
        Assert.Contains("no minimum: -300", campaign.Objection("CC", result with { Frequencies = [-300, 100] }));
        var torn = new MatNotebooks.Crystals.Molecule(molecule.Atoms.SetItem(0, molecule.Atoms[0] with { Position = new(9, 9, 9) }));
        Assert.Contains("broke", campaign.Objection("CC", result with { Molecule = torn }));
        Assert.Equal("not in this list", campaign.Objection("CCCCCC", result));
    }

    [Fact]
    public void A_table_comes_back_as_it_was_written()
    {
        var path = Path.Combine(Path.GetTempPath(), $"molecules-{Guid.NewGuid():N}.jsonl.gz");
        try
        {
            var molecule = new MoleculeCampaign(5).Job("CC").Task.Molecule!;
            var record = new Gfn2Molecule
            {
                Smiles = "CC", Molecule = molecule, Energy = -199.632816, Homo = -11.5, Lumo = 3.25, Dipole = 0, Polarizability = 4.4, ZeroPointEnergy = 2, Frequencies = [300.5, 3000],
            };
            Gfn2MoleculeDataset.Write(path, [record, record]);
            var back = Gfn2MoleculeDataset.Load(path).Records;
            Assert.Equal((2, -199.632816, 14.75, "CC"), (back.Count, back[1].Energy, back[1].Gap, back[1].Molecule.Id));
            Assert.InRange(molecule.Distance(0, 5) - back[0].Molecule.Distance(0, 5), -1e-3, 1e-3);
            File.WriteAllText(path[..^3], "{\"id\": \"CC\", \"el\": [\"C\", \"C\"], \"xyz\": [1, 2]}\n");
            Assert.Contains(":1", Assert.Throws<BadRecordException>(() => Gfn2MoleculeDataset.Load(path[..^3])).Message);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path[..^3]);
        }
    }
}
