using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Sockets;

/// <summary>
/// The kernel's five sockets, each with a thread of its own. The heartbeat is answered here; every other message is
/// checked and handed on, and one that is refused costs a line and nothing more.
/// </summary>
internal sealed class KernelSockets : IOutbound, IDisposable
{
    private const byte Subscribes = 1;
    private readonly nint context;
    private readonly MessageCodec codec;
    private readonly Action<string> complain;
    private readonly Action<IncomingMessage> received;
    private readonly Dictionary<JupyterChannel, SocketThread> threads = [];
    private readonly SocketThread heartbeat;

    /// <param name="connection">Where to listen.</param>
    /// <param name="received">Takes the messages of clients, on the threads of their sockets.</param>
    /// <param name="complain">Takes a line for each message that was refused.</param>
    /// <exception cref="ZeroMqException">A port is in use.</exception>
    public KernelSockets(ConnectionFile connection, Action<IncomingMessage> received, Action<string> complain)
    {
        (this.received, this.complain) = (received, complain);
        codec = new MessageCodec(connection.Key, TimeProvider.System);
        context = ZeroMq.zmq_ctx_new();
        heartbeat = Open(connection, "hb_port", connection.HeartbeatPort, SocketKind.Router, frames => heartbeat!.Send(frames));
        threads[JupyterChannel.Shell] = Open(connection, "shell_port", connection.ShellPort, SocketKind.Router, Take(JupyterChannel.Shell));
        threads[JupyterChannel.Control] = Open(connection, "control_port", connection.ControlPort, SocketKind.Router, Take(JupyterChannel.Control));
        threads[JupyterChannel.Stdin] = Open(connection, "stdin_port", connection.StdinPort, SocketKind.Router, Take(JupyterChannel.Stdin));
        threads[JupyterChannel.IOPub] = Open(connection, "iopub_port", connection.IOPubPort, SocketKind.PublishWithNotice, Welcome);
    }

    public void Start()
    {
        heartbeat.Start();
        foreach (var thread in threads.Values)
            thread.Start();
    }

    /// <summary>Sends a message; from any thread.</summary>
    public void Send(JupyterChannel channel, OutgoingMessage message)
    {
        var addressed = channel == JupyterChannel.IOPub
            ? message with { Identities = [System.Text.Encoding.UTF8.GetBytes("kernel." + message.Type)] }
            : message;
        threads[channel].Send(codec.Encode(addressed));
    }

    /// <summary>Sends what is still to be sent and closes everything.</summary>
    public void Dispose()
    {
        foreach (var thread in threads.Values.Append(heartbeat))
            thread.Dispose();
        _ = ZeroMq.zmq_ctx_term(context);
    }

    private SocketThread Open(ConnectionFile connection, string entry, int port, SocketKind kind, Action<byte[][]> take)
    {
        try
        {
            return new SocketThread(context, kind, connection.Address(port), entry, take);
        }
        catch (ZeroMqException wrong)
        {
            throw new ZeroMqException($"{entry}: {wrong.Message}. Start the kernel anew: Jupyter then chooses other ports.");
        }
    }

    private Action<byte[][]> Take(JupyterChannel channel) => frames =>
    {
        try
        {
            received(codec.Decode(channel, frames));
        }
        catch (WireException wrong)
        {
            complain($"a message on the {channel.ToString().ToLowerInvariant()} channel was refused: {wrong.Message.TrimEnd('.')}.");
        }
    };

    // Who listens hears so, and from then on misses nothing (JEP 65).
    private void Welcome(byte[][] frames)
    {
        if (frames is not [[Subscribes, .. var topic]])
            return;
        var content = new System.Text.Json.Nodes.JsonObject { ["subscription"] = System.Text.Encoding.UTF8.GetString(topic) };
        threads[JupyterChannel.IOPub].Send(codec.Encode(new OutgoingMessage("iopub_welcome", content, null) { Identities = [topic] }));
    }
}
