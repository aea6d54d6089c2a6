namespace MatNotebooks.Kernel.Sockets;

/// <summary>A call of ZeroMQ that failed, in its own words.</summary>
internal sealed class ZeroMqException(string message) : Exception(message);
