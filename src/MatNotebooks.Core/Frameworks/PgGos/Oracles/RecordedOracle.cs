using System.Collections.Frozen;
using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>Says what somebody computed or measured before: labels held back from the search until it asks for them.</summary>
public sealed class RecordedOracle : IOracle
{
    private readonly FrozenDictionary<string, ImmutableDictionary<string, double>> records;

    /// <summary>Takes the labels.</summary>
    /// <param name="description">Where they come from, in one line.</param>
    /// <param name="properties">What is recorded, at least one property.</param>
    /// <param name="records">Values by the candidate's id, then by name of the property | unit of the property.</param>
    /// <exception cref="ArgumentException">There is no property or no record, or a value is not finite.</exception>
    public RecordedOracle(
        string description, IEnumerable<PropertyKey> properties, IEnumerable<KeyValuePair<string, ImmutableDictionary<string, double>>> records)
    {
        (Description, Properties) = (description, [.. properties]);
        this.records = records.ToFrozenDictionary();
        if (Properties.IsEmpty || this.records.Count == 0)
            throw new ArgumentException($"The oracle \"{description}\" has {Properties.Length} properties and {this.records.Count} records; it needs at least one of each.");
        foreach (var (id, values) in this.records)
            foreach (var (name, value) in values)
                if (!double.IsFinite(value)) throw new ArgumentException($"The record {id} says {name} = {value}; it must be finite.");
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public ImmutableArray<PropertyKey> Properties { get; }

    /// <inheritdoc/>
    public Interval? Reach(PropertyKey property)
    {
        var values = records.Values.Where(record => record.ContainsKey(property.Name)).Select(record => record[property.Name]).ToArray();
        return values.Length == 0 ? null : new(values.Average(), values.Min(), values.Max());
    }

    /// <inheritdoc/>
    public Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(records.TryGetValue(candidate.Id, out var values)
            ? OracleAnswer.Of(values)
            : OracleAnswer.Of(new CalculationFailure(FailureKind.BadInput, $"No record of {candidate.Id}; take it out of the candidates.")));
    }
}
