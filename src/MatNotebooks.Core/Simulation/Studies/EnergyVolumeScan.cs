using MatNotebooks.Crystals;
using MatNotebooks.Physics;

namespace MatNotebooks.Simulation.Studies;

/// <summary>Energies of a crystal at several volumes and the equation of state through them.</summary>
/// <param name="Crystals">The crystals in rising volume.</param>
/// <param name="Energies">Energy of each | eV.</param>
/// <param name="Fit">The Birch–Murnaghan curve.</param>
/// <param name="CoreSeconds">Processor time | s.</param>
public sealed record EnergyVolumeScan(IReadOnlyList<Crystal> Crystals, IReadOnlyList<double> Energies, EquationOfState Fit, double CoreSeconds)
{
    /// <summary>The crystal at the volume of lowest energy.</summary>
    public Crystal Best => Crystals[Crystals.Count / 2].WithVolume(Fit.Curve.Volume);

    /// <summary>Computes a crystal at volumes about its own; where the lowest energy is not enclosed, more volumes on that side.</summary>
    /// <param name="calculator">What computes.</param>
    /// <param name="crystal">The crystal, its volume a guess.</param>
    /// <param name="points">Volumes to begin with | 5 to 51, odd. The default is 7.</param>
    /// <param name="step">Between lengths, as a share of the guess | 0.001 to 0.05. The default is 0.01, 3 % in volume.</param>
    /// <param name="relax">Whether atoms are relaxed at each volume; needless where symmetry holds them. The default is no.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the energies carry no fit.</exception>
    /// <exception cref="CalculationException">A calculation gave no result.</exception>
    public static async Task<EnergyVolumeScan> RunAsync(
        ICalculator calculator, Crystal crystal, int points = 7, double step = 0.01, bool relax = false, CancellationToken cancellation = default)
    {
        const int most = 25; // steps from the guess: a factor of two in volume at the default step
        if (points is < 5 or > 51 || points % 2 == 0) throw new ArgumentException($"A scan of {points} volumes: take an odd number, 5 to 51.");
        if (!(step is >= 0.001 and <= 0.05)) throw new ArgumentException($"A step of {step} between lengths: take 0.001 to 0.05.");
        var found = new SortedDictionary<int, (Crystal Crystal, CalculationResult Result)>();
        for (var i = -points / 2; i <= points / 2; i++) await AddAsync(i).ConfigureAwait(false);
        while (Wanted() is { } next && Math.Abs(next) <= most) await AddAsync(next).ConfigureAwait(false);
        var kept = found.Values.ToArray();
        var fit = EquationOfState.Fit([.. kept.Select(point => point.Crystal.Volume)], [.. kept.Select(point => point.Result.Energy)]);
        return new([.. kept.Select(point => point.Crystal)], [.. kept.Select(point => point.Result.Energy)], fit, kept.Sum(point => point.Result.CoreSeconds));

        // Two points on either side of the lowest, or the four numbers of the curve hang on one slope.
        int? Wanted()
        {
            var lowest = found.MinBy(point => point.Value.Result.Energy).Key;
            if (found.Keys.Count(i => i < lowest) < 2) return found.Keys.First() - 1;
            return found.Keys.Count(i => i > lowest) < 2 ? found.Keys.Last() + 1 : null;
        }

        async Task AddAsync(int i)
        {
            var scaled = crystal.WithVolume(crystal.Volume * Math.Pow(1 + (i * step), 3));
            var task = relax ? CalculationTask.Relaxation(scaled) : CalculationTask.SinglePoint(scaled);
            found[i] = (scaled, await calculator.ResultOfAsync(task, cancellation).ConfigureAwait(false));
        }
    }
}
