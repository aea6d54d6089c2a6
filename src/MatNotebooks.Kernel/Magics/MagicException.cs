namespace MatNotebooks.Kernel.Magics;

/// <summary>A magic that was written wrongly or cannot be done; shown without a stack.</summary>
internal sealed class MagicException(string message) : Exception(message);
