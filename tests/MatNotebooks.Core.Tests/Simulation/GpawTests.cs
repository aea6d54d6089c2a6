using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation;
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
        Assert.Equal(row.Gap, outcome.Result.Gap!.Value, 0.002);
        Assert.Equal(row.DirectGap, outcome.Result.DirectGap!.Value, 0.002);
        Assert.Equal(row.Pressure, outcome.Result.Pressure!.Value, 0.05);
        Assert.Equal(16, outcome.Result.IrreducibleKPoints);
    }

    /// <summary>Small settings: not what silicon is, but whether relaxation and curve agree.</summary>
    [GpawFact]
    public async Task Silicon_relaxes_to_where_its_curve_has_its_minimum()
    {
        var quick = new GpawOptions { Functional = "LDA", Cutoff = 300, KPoints = 2, Width = 0.1, Limit = TimeSpan.FromMinutes(3), ForceTolerance = 0.01 };
        var calculator = new GpawCalculator(quick);
        var ideal = Prototype.Zincblende.Primitive("Si", "Si", 5.4);
        var moved = ideal.WithSites(ideal.Sites.SetItem(1, ideal.Sites[1].MovedTo(new(0.26, 0.25, 0.24))));
        var relaxed = await calculator.ResultOfAsync(CalculationTask.Relaxation(moved));
        Assert.InRange(relaxed.Forces.Max(force => force.Length), 0, 0.01);
        var givenUp = await new GpawCalculator(quick with { RelaxationSteps = 1 }).CalculateAsync(CalculationTask.Relaxation(moved));
        Assert.Equal((null, FailureKind.NotConverged), (givenUp.Result, givenUp.Failure?.Kind)); // no number where there is no minimum
        var apart = relaxed.Crystal!.Sites[1].Position - relaxed.Crystal.Sites[0].Position;
        Assert.InRange(relaxed.Crystal.Lattice.ToCartesian(new(apart.A - 0.25, apart.B - 0.25, apart.C - 0.25)).Length, 0, 0.01);
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
