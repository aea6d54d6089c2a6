using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// What the notebook puts into the loops and functions of cells, so that they can be stopped on whichever thread they run, also
/// inside a catch or finally block. Not meant to be written by hand; <c>Interrupted</c> is the token to pass on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopCheck
{
    // How long after a stop every check asks whether it was meant: a thread comes by within that, or not at all.
    private const long Raised = 30_000;

    // Unwinding a deeper stack would take many seconds; it holds a hundred thousand calls.
    private const int Deepest = 12 << 20;

    [ThreadStatic]
    private static nuint deepest;

    private static bool raised;
    private static long until;

    /// <summary>Ends the cell here if it was stopped; otherwise costs one load and a branch that is never taken.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Here()
    {
        if (Volatile.Read(ref raised))
            Ask();
    }

    /// <summary>The same behind a value that a query computes for one of its elements.</summary>
    /// <param name="value">The value.</param>
    /// <param name="none">Empty, and in the way: a list of this kind compiles in no expression tree, where the check has no business.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Passed<T>(T value, ReadOnlySpan<byte> none) where T : allows ref struct
    {
        Here();
        return value;
    }

    /// <summary>The same at the start of a function that calls itself.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    /// <exception cref="InsufficientExecutionStackException">It called itself too often; going on would end the process.</exception>
    public static void Deep()
    {
        Here();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var at = Address();
        if (deepest == 0 || at > deepest + Deepest)
            deepest = at - Deepest;
        else if (at < deepest)
            throw new InsufficientExecutionStackException();
    }

    private static unsafe nuint Address()
    {
        byte here;
        return (nuint)(&here);
    }

    /// <summary>Makes the checks ask from now on; called after the token of a cell was cancelled.</summary>
    internal static void Raise()
    {
        Volatile.Write(ref until, Environment.TickCount64 + Raised);
        Volatile.Write(ref raised, true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ask()
    {
        RunningCell.Current?.Cancellation.ThrowIfCancellationRequested();
        if (Environment.TickCount64 > Volatile.Read(ref until))
            Volatile.Write(ref raised, false);
    }
}
