namespace MatNotebooks.Kernel.Wire;

/// <summary>Takes what the kernel says to its clients.</summary>
internal interface IOutbound
{
    /// <summary>Sends a message; from any thread, in the order of the calls. On IOPub it goes to all clients.</summary>
    void Send(JupyterChannel channel, OutgoingMessage message);
}
