namespace MatNotebooks.Kernel.Wire;

/// <summary>Which of the kernel's sockets a message travels on; the heartbeat carries none.</summary>
internal enum JupyterChannel
{
    /// <summary>Requests of the client, and their replies.</summary>
    Shell,

    /// <summary>The same for what must not wait for a running cell.</summary>
    Control,

    /// <summary>Questions of the kernel to the user, and the answers.</summary>
    Stdin,

    /// <summary>What every client sees: outputs and states.</summary>
    IOPub,
}
