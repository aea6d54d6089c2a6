namespace MatNotebooks.Kernel.Wire;

/// <summary>A message that is refused: not whole, not signed, seen before, or not JSON.</summary>
internal sealed class WireException(string message) : Exception(message);
