namespace MatNotebooks.Kernel.Session;

/// <summary>A stopped cell would not stop, and was left behind.</summary>
internal sealed class AbandonedException(TimeSpan waited) : Exception
{
    /// <summary>How long it was given.</summary>
    public TimeSpan Waited => waited;
}
