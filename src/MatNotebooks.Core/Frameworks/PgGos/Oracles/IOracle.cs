using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>Who says what a candidate really is: recorded labels held back, or a simulator. Never the model that proposed it.</summary>
public interface IOracle
{
    /// <summary>Name and settings in one line.</summary>
    string Description { get; }

    /// <summary>What it can say of a candidate.</summary>
    ImmutableArray<PropertyKey> Properties { get; }

    /// <summary>The values a property can take here; null where nobody knows before asking.</summary>
    Interval? Reach(PropertyKey property);

    /// <summary>Asks about one candidate; what goes wrong is part of the answer, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default);
}
