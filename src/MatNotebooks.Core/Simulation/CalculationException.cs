namespace MatNotebooks.Simulation;

/// <summary>A calculation gave no result, where a result was asked for.</summary>
public sealed class CalculationException : Exception
{
    /// <summary>Says what failed and why.</summary>
    /// <param name="name">Name of what was computed.</param>
    /// <param name="failure">Why there is no result.</param>
    public CalculationException(string name, CalculationFailure failure)
        : base($"{name}: {failure.Message}") => Failure = failure;

    /// <summary>Why there is no result.</summary>
    public CalculationFailure Failure { get; }
}
