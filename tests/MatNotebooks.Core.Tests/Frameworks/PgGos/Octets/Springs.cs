using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Octets;

/// <summary>
/// A calculator whose energy is a parabola of the lattice constant about 5.2 Å, with a gap of 2 eV that closes by 1 eV for each Å; it may fail, or its
/// energy fall for ever.
/// </summary>
internal sealed class Springs : ICalculator
{
    public const double Rest = 5.2; // Å

    /// <summary>Calculations so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether a calculation, by its number from 0, fails.</summary>
    public Func<int, bool> Fails { get; init; } = _ => false;

    public bool FallsForEver { get; init; }

    public string Description => "springs";

    public string InputHash(CalculationTask task) => $"{task.Name}".PadLeft(64, '0');

    public Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (Fails(Calls++)) return Task.FromResult(CalculationOutcome.Of(FailureKind.Crashed, "The program was killed; give it more memory."));
        var constant = 2 * task.Crystal!.Lattice.A.Y;
        var energy = FallsForEver ? -constant : Math.Pow(constant - Rest, 2);
        return Task.FromResult(CalculationOutcome.Of(new CalculationResult
        {
            Energy = energy, Gap = 2 - (constant - Rest), Crystal = task.Crystal, CoreSeconds = 1, Source = new("springs", "1", ""),
        }));
    }
}
