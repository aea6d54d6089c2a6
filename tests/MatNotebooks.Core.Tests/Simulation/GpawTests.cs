using MatNotebooks.Simulation.Gpaw;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator with GPAW itself.</summary>
public sealed class GpawTests
{
    [GpawFact]
    public async Task Diamond_comes_out_as_in_the_table()
    {
        var row = Datasets.StructureRecords.Read(Path.Combine(Datasets.DataFolders.Shipped, "octet", "octet_pbe.jsonl.gz"))
            .Single(row => row.Id == "octet-CC-zincblende-3.6156");
        var outcome = await new GpawCalculator(new() { Limit = TimeSpan.FromMinutes(3) }).CalculateAsync(OctetPoint.Parse(row.Id)!.Crystal);
        Assert.Null(outcome.Failure);
        Assert.Equal(row.Number("energy_eV")!.Value, outcome.Result!.Energy, 0.002);
        Assert.Equal(row.Number("gap_eV")!.Value, outcome.Result.Gap, 0.002);
        Assert.Equal(row.Number("direct_gap_eV")!.Value, outcome.Result.DirectGap, 0.002);
        Assert.Equal(row.Number("pressure_GPa")!.Value, outcome.Result.Pressure, 0.05);
        Assert.Equal(16, outcome.Result.IrreducibleKPoints);
    }

    [GpawFact]
    public async Task An_element_without_a_setup_is_one_line()
    {
        var outcome = await new GpawCalculator(new() { Limit = TimeSpan.FromMinutes(3) })
            .CalculateAsync(Crystals.Prototype.Rocksalt.Primitive("U", "O", 4.9));
        Assert.Null(outcome.Result);
        Assert.Contains("U", outcome.Failure!.Message);
        Assert.DoesNotContain('\n', outcome.Failure.Message);
    }
}
