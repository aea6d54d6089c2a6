namespace MatNotebooks.Simulation;

/// <summary>What a calculation gave: a result or a failure, never both.</summary>
public sealed record CalculationOutcome
{
    private CalculationOutcome(CalculationResult? result, CalculationFailure? failure) => (Result, Failure) = (result, failure);

    /// <summary>The result; null when it failed.</summary>
    public CalculationResult? Result { get; }

    /// <summary>Why it failed; null when there is a result.</summary>
    public CalculationFailure? Failure { get; }

    /// <summary>A calculation that came to its end.</summary>
    public static CalculationOutcome Of(CalculationResult result) => new(result, null);

    /// <summary>A calculation that gave nothing.</summary>
    public static CalculationOutcome Of(FailureKind kind, string message) => new(null, new(kind, message));

    /// <summary>A calculation that gave nothing.</summary>
    public static CalculationOutcome Of(CalculationFailure failure) => new(null, failure);
}
