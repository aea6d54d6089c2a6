using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Studies;

namespace MatNotebooks.Core.Tests.Simulation.Studies;

public sealed class FormationEnergyTests
{
    private static readonly Crystal Salt = Prototype.Rocksalt.Primitive("Na", "Cl", 5.6);
    private static readonly Crystal Sodium = new(Lattice.Cubic(4.2), [new("Na", default(Fractional)), new("Na", new Fractional(0.5, 0.5, 0.5))]);
    private static readonly Crystal Chlorine = new(Lattice.Cubic(3), [new("Cl", default(Fractional))]);

    [Fact]
    public async Task Counts_from_the_elements_per_atom()
    {
        var energy = await FormationEnergy.RunAsync(new Fixed(), Salt, [Sodium, Chlorine]);
        Assert.Equal((-6.0 - (-1.3 - 1.7)) / 2, energy.PerAtom, 1e-12);
        Assert.Equal(-1.3, energy.References["Na"]);
    }

    [Fact]
    public async Task Elements_without_a_crystal_are_named()
    {
        Assert.Contains("There is no crystal of Cl", (await Assert.ThrowsAsync<ArgumentException>(() => FormationEnergy.RunAsync(new Fixed(), Salt, [Sodium]))).Message);
        Assert.Contains("holds several elements", (await Assert.ThrowsAsync<ArgumentException>(() => FormationEnergy.RunAsync(new Fixed(), Salt, [Sodium, Salt]))).Message);
    }

    [Fact]
    public async Task A_scan_walks_until_the_minimum_is_enclosed()
    {
        var scan = await EnergyVolumeScan.RunAsync(new Fixed(), Salt.WithVolume(40), 5, 0.02);
        Assert.Equal(50, scan.Fit.Curve.Volume, 0.5);
        Assert.InRange(scan.Energies.Count, 7, 12);
        Assert.Equal(50, scan.Best.Volume, 0.5);
        await Assert.ThrowsAsync<ArgumentException>(() => EnergyVolumeScan.RunAsync(new Fixed(), Salt, 4));
    }

    private sealed class Fixed : ICalculator
    {
        public string Description => "fixed";

        public string InputHash(CalculationTask task) => "";

        public Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            var energy = task.Kind == CalculationKind.SinglePoint ? Math.Pow((task.Crystal!.Volume - 50) / 50, 2) : task.Name switch { "NaCl" => -6.0, "Na" => -2.6, _ => -1.7 };
            return Task.FromResult(CalculationOutcome.Of(new CalculationResult { Energy = energy, CoreSeconds = 0, Source = new("", "", "") }));
        }
    }
}
