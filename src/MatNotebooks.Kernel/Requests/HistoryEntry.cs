namespace MatNotebooks.Kernel.Requests;

/// <summary>A cell that ran.</summary>
/// <param name="Session">Which start of the kernel, from 1.</param>
/// <param name="Count">The cell's number in it.</param>
/// <param name="Code">Its text.</param>
internal sealed record HistoryEntry(int Session, int Count, string Code);
