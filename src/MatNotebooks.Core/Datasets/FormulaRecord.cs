using System.Text.Json;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Datasets;

/// <summary>One row of a data set without structures: a formula and what is known of it.</summary>
/// <param name="Id">Name in the source; its formula or its line where it has none.</param>
/// <param name="Formula">The formula as the source writes it.</param>
/// <param name="Values">Everything else the row says, by key; units are the source's.</param>
public sealed record FormulaRecord(string Id, string Formula, IReadOnlyDictionary<string, JsonElement> Values) : DataRecord(Id, Values)
{
    /// <inheritdoc/>
    public override string Formula { get; } = Formula;

    /// <summary>What the formula says.</summary>
    /// <exception cref="FormatException">It is no formula.</exception>
    public Composition Composition => Composition.Parse(Formula);
}
