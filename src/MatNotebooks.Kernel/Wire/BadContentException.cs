namespace MatNotebooks.Kernel.Wire;

/// <summary>A message whose content lacks an entry or has one of the wrong kind; the message names it.</summary>
internal sealed class BadContentException(string message) : Exception(message);
