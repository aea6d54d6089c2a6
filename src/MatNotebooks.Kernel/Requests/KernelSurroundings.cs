using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The process around a kernel.</summary>
/// <param name="Connection">Where it listens.</param>
/// <param name="Warm">Done when the first cell would run without delay.</param>
/// <param name="Stop">Ends it, soon.</param>
/// <param name="Complain">Takes a line for the log of the server.</param>
internal sealed record KernelSurroundings(ConnectionFile Connection, Task Warm, Action Stop, Action<string> Complain)
{
    /// <summary>Done, once, the first time nothing runs.</summary>
    public Func<Task> WhenIdle { get; init; } = () => Task.CompletedTask;

    /// <summary>Standard output past the console; null where it is not captured.</summary>
    public NativeOutput? Native { get; init; }
}
