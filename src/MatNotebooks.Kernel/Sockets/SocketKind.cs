namespace MatNotebooks.Kernel.Sockets;

/// <summary>What a socket does; the numbers are ZeroMQ's.</summary>
internal enum SocketKind
{
    /// <summary>Two ends in one process.</summary>
    Pair = 0,

    /// <summary>Answers each of many clients.</summary>
    Router = 6,

    /// <summary>Sends to all who listen, and hears of each that begins to.</summary>
    PublishWithNotice = 9,
}
