using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation.Gpaw;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator with GPAW itself.</summary>
public sealed class GpawTests
{
    [GpawFact]
    public async Task Diamond_comes_out_as_in_the_table()
    {
        var row = OctetDataset.Load().Records.Single(row => row.Id == "octet-CC-zincblende-3.6156");
        var outcome = await new GpawCalculator(new() { Limit = TimeSpan.FromMinutes(3) }).CalculateAsync(OctetPoint.Parse(row.Id)!.Crystal);
        Assert.Null(outcome.Failure);
        Assert.Equal(row.Energy, outcome.Result!.Energy, 0.002);
        Assert.Equal(row.Gap, outcome.Result.Gap, 0.002);
        Assert.Equal(row.DirectGap, outcome.Result.DirectGap, 0.002);
        Assert.Equal(row.Pressure, outcome.Result.Pressure, 0.05);
        Assert.Equal(16, outcome.Result.IrreducibleKPoints);
    }

    [GpawFact]
    public async Task An_element_without_a_setup_is_one_line()
    {
        var outcome = await new GpawCalculator(new() { Limit = TimeSpan.FromMinutes(3) })
            .CalculateAsync(Prototype.Rocksalt.Primitive("U", "O", 4.9));
        Assert.Null(outcome.Result);
        Assert.Contains("U", outcome.Failure!.Message);
        Assert.DoesNotContain('\n', outcome.Failure.Message);
    }
}
