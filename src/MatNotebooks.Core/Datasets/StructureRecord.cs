using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Formatting;

namespace MatNotebooks.Datasets;

/// <summary>One row of a data set of crystals: a crystal and what is known of it.</summary>
/// <param name="Id">Name in the source.</param>
/// <param name="Crystal">The structure.</param>
/// <param name="Values">Everything else the row says, by key; units are the source's.</param>
[TypeFormatterSource(typeof(StructureRecordFormatterSource))]
public sealed record StructureRecord(string Id, Crystal Crystal, IReadOnlyDictionary<string, JsonElement> Values) : DataRecord(Id, Values)
{
    /// <summary>The reduced formula, such as "Fe2O3".</summary>
    public override string Formula => Crystal.Composition.ReducedFormula;
}
