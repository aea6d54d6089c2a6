namespace MatNotebooks.Kernel.Wire;

/// <summary>A connection file that cannot be served; the message names the wrong entry and the mend.</summary>
internal sealed class ConnectionFileException(string message) : Exception(message);
