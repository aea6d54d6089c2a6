using MatNotebooks.Crystals;
using MatNotebooks.Physics;

namespace MatNotebooks.Simulation.Studies;

/// <summary>Elastic constants from the stress on slightly strained cells.</summary>
public static class FiniteStrain
{
    /// <summary>Strains a crystal in the six ways of Voigt, to either side, and takes the slope of the stress.</summary>
    /// <remarks>Atoms are relaxed in each strained cell. The crystal must be relaxed itself: a stress left over goes into the constants.</remarks>
    /// <param name="calculator">What computes; it must give the stress.</param>
    /// <param name="crystal">The relaxed crystal.</param>
    /// <param name="amplitude">Strain | 1e-4 to 0.03, shears as engineering strains. The default is 0.005.</param>
    /// <param name="relax">Whether atoms are relaxed in each cell. The default is yes.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amplitude is out of its range.</exception>
    /// <exception cref="CalculationException">A calculation gave no result, or no stress.</exception>
    public static async Task<ElasticTensor> RunAsync(
        ICalculator calculator, Crystal crystal, double amplitude = 0.005, bool relax = true, CancellationToken cancellation = default)
    {
        if (!(amplitude is >= 1e-4 and <= 0.03)) throw new ArgumentOutOfRangeException(nameof(amplitude), amplitude, "The strain must be 0.0001 to 0.03.");
        var stiffness = new double[6, 6];
        for (var mode = 0; mode < 6; mode++)
        {
            var (pulled, pushed) = (await StressAsync(mode, amplitude).ConfigureAwait(false), await StressAsync(mode, -amplitude).ConfigureAwait(false));
            for (var i = 0; i < 6; i++) stiffness[i, mode] = (pulled[i] - pushed[i]) / (2 * amplitude);
        }
        return new(stiffness);

        async Task<IReadOnlyList<double>> StressAsync(int mode, double strain)
        {
            var strained = Strained(crystal, mode, strain);
            var task = relax ? CalculationTask.Relaxation(strained) : CalculationTask.SinglePoint(strained);
            var result = await calculator.ResultOfAsync(task, cancellation).ConfigureAwait(false);
            return result.Stress?.Voigt ?? throw new CalculationException(
                task.Name, new(FailureKind.BadInput, $"{calculator.Description} gives no stress; take a calculator that does (GPAW, LAMMPS)."));
        }
    }

    private static Crystal Strained(Crystal crystal, int mode, double strain)
    {
        double At(int component) => component == mode ? strain : 0;
        return crystal.Strained(At(0), At(1), At(2), At(3) / 2, At(4) / 2, At(5) / 2);
    }
}
