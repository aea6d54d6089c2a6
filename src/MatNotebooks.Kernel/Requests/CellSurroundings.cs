using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>What the channels of all cells share.</summary>
/// <param name="Outbound">Takes their messages.</param>
/// <param name="Questions">Asks the user.</param>
/// <param name="Pace">How fast they may send.</param>
/// <param name="Spill">Where too much text goes.</param>
/// <param name="Idle">Waits until none runs.</param>
internal sealed record CellSurroundings(IOutbound Outbound, InputQuestions Questions, OutputPace Pace, SpillFolder Spill, IdleWork Idle)
{
    /// <summary>Standard output past the console; null where it is not captured.</summary>
    public NativeOutput? Native { get; init; }

    /// <summary>The lines to code in the page.</summary>
    public CommTable Comms { get; } = new();
}
