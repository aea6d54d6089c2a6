namespace MatNotebooks.Kernel.Magics;

/// <summary>A magic that was written wrongly or cannot be done; shown without a stack.</summary>
internal sealed class MagicException(string message) : Exception(message)
{
    /// <summary>What kind of error it is, as the notebook names it.</summary>
    public string Kind { get; init; } = "MagicError";

    /// <summary>The place in the cell that is wrong; null where the whole magic is.</summary>
    public MagicPlace? Place { get; init; }
}
