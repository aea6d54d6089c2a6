using System.Collections.Immutable;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>What an oracle said of a candidate: values or a failure, never both.</summary>
public sealed record OracleAnswer
{
    private OracleAnswer(ImmutableDictionary<string, double> values, CalculationFailure? failure) => (Values, Failure) = (values, failure);

    /// <summary>Value by name of the property | its unit; empty when it failed.</summary>
    public ImmutableDictionary<string, double> Values { get; }

    /// <summary>Why there are no values; null when there are.</summary>
    public CalculationFailure? Failure { get; }

    /// <summary>An answer with values.</summary>
    public static OracleAnswer Of(IEnumerable<KeyValuePair<string, double>> values) => new(values.ToImmutableDictionary(), null);

    /// <summary>An answer without values.</summary>
    public static OracleAnswer Of(CalculationFailure failure) => new(ImmutableDictionary<string, double>.Empty, failure);
}
