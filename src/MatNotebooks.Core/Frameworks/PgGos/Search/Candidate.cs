using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>A material that a search may choose, before anything is computed of it.</summary>
/// <param name="Id">Its name, another for each candidate.</param>
/// <param name="Composition">What it consists of.</param>
/// <param name="Structure">The structure to begin a calculation with; null where only recorded values are asked for.</param>
public record Candidate(string Id, Composition Composition, Crystal? Structure = null);
