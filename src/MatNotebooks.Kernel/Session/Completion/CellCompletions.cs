namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What may stand at the cursor, best first.</summary>
/// <param name="Start">Where the replaced letters begin, as a UTF-16 offset into the cell.</param>
/// <param name="End">Where they end.</param>
/// <param name="Items">The proposals.</param>
internal sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items)
{
    /// <summary>Nothing to propose here.</summary>
    public static CellCompletions None(int cursor) => new(cursor, cursor, []);
}
