namespace MatNotebooks.Simulation;

/// <summary>Why a calculation gave no result.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">One line: the wrong thing and the mend.</param>
public sealed record CalculationFailure(FailureKind Kind, string Message);

/// <summary>What can go wrong with a calculation.</summary>
public enum FailureKind
{
    /// <summary>The program is not on this machine; no other calculation will do better.</summary>
    NotInstalled,

    /// <summary>The program does not take this input.</summary>
    BadInput,

    /// <summary>The program gave up before its result was settled.</summary>
    NotConverged,

    /// <summary>It took longer than its limit.</summary>
    TimedOut,

    /// <summary>It wanted more memory than it is allowed.</summary>
    OutOfMemory,

    /// <summary>The program ended with an error of its own, or was killed.</summary>
    Crashed,

    /// <summary>The program ended well but its answer cannot be read.</summary>
    UnreadableAnswer,

    /// <summary>This machine has no room for it: the disk is full, or a folder may not be written.</summary>
    NoRoom,
}
