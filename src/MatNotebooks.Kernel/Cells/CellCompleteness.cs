namespace MatNotebooks.Kernel.Cells;

/// <summary>Whether a cell can run as it stands.</summary>
/// <param name="Status">"complete", "incomplete" (more lines must follow) or "invalid".</param>
/// <param name="Indent">The blanks the next line should begin with; empty unless incomplete.</param>
internal sealed record CellCompleteness(string Status, string Indent);
