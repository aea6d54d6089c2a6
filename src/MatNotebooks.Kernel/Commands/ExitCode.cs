namespace MatNotebooks.Kernel.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A cell or a computation failed.</summary>
    public const int Failed = 1;

    /// <summary>A file or an option is wrong; the message says which and how to mend it.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
