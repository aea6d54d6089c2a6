using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary>What a magic may use of the cell it stands in.</summary>
/// <param name="Session">The variables and the compiler.</param>
/// <param name="Cell">The running cell and its channel.</param>
/// <param name="RunCSharp">Runs C# as part of the cell: code, and the line of the cell it starts at (from 0).</param>
/// <param name="Finishing">Called in order when the cell is over, also when it failed.</param>
internal sealed record MagicContext(
    ScriptSession Session, RunningCell Cell, Func<string, int, Task> RunCSharp, IList<Action> Finishing)
{
    /// <summary>The line of the cell the magic's body starts at, from 0.</summary>
    public int BodyLine { get; init; }

    /// <summary>Shows a value at this place of the cell.</summary>
    public void Show(object? value) => Cell.Channel.Send(new DisplayMessage.Data(ValueFormatter.ToBundle(value), null));
}
