namespace MatNotebooks.Simulation;

/// <summary>What every calculator can do besides.</summary>
public static class Calculators
{
    /// <summary>Computes one task, or says by an exception why there is no result.</summary>
    /// <param name="calculator">The calculator.</param>
    /// <param name="task">What to compute; a crystal or molecule alone is a single point.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="CalculationException">There is no result.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public static async Task<CalculationResult> ResultOfAsync(this ICalculator calculator, CalculationTask task, CancellationToken cancellation = default)
    {
        var outcome = await calculator.CalculateAsync(task, cancellation).ConfigureAwait(false);
        return outcome.Result ?? throw new CalculationException(task.Name, outcome.Failure!);
    }
}
