using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Completion;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Answers questions about a cell that is being written, also while another runs. Never throws, save when cancelled.</summary>
internal sealed class CellAssistant
{
    /// <summary>What may stand at the cursor.</summary>
    public Task<CellCompletions> CompleteAsync(string source, int cursor, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(CellCompletions.None(Math.Clamp(cursor, 0, source.Length)));
    }

    /// <summary>What the name under the cursor is; null where there is nothing to tell.</summary>
    public Task<MimeBundle?> InspectAsync(string source, int cursor, bool detailed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<MimeBundle?>(null);
    }

    /// <summary>Whether the cell can run as it stands.</summary>
    public CellCompleteness CheckComplete(string source) =>
        CodeText.IsComplete(source) ? new("complete", "") : new("incomplete", "");
}
