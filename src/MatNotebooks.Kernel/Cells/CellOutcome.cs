using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Cells;

/// <summary>How a cell ended.</summary>
/// <param name="ExecutionCount">Its number.</param>
/// <param name="Error">What went wrong; null when nothing did.</param>
/// <param name="Elapsed">Wall time.</param>
internal sealed record CellOutcome(int ExecutionCount, CellError? Error, TimeSpan Elapsed)
{
    public bool Succeeded => Error is null;
}
