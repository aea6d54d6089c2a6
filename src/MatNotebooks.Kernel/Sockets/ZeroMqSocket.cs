namespace MatNotebooks.Kernel.Sockets;

/// <summary>One socket; used by one thread at a time.</summary>
internal sealed unsafe class ZeroMqSocket : IDisposable
{
    private const int Linger = 17;
    private const int SendLimit = 23;
    private const int ReceiveLimit = 24;
    private const int LargestMessage = 22;
    private const int Handover = 56;
    private const int EveryNotice = 40;

    private const long LargestFrame = 256 << 20;
    private const int LingerMilliseconds = 1000;
    private const int Queued = 20_000;

    private readonly nint handle;

    public ZeroMqSocket(nint context, SocketKind kind)
    {
        handle = ZeroMq.zmq_socket(context, (int)kind);
        if (handle == 0)
            throw ZeroMq.Failure("zmq_socket");
        Set(Linger, LingerMilliseconds);
        var largest = LargestFrame;
        _ = ZeroMq.zmq_setsockopt(handle, LargestMessage, &largest, sizeof(long));
        switch (kind)
        {
            case SocketKind.Router:
                Set(Handover, 1); // a client that comes again takes its name over
                Set(SendLimit, 0);
                Set(ReceiveLimit, 0);
                break;
            case SocketKind.PublishWithNotice:
                Set(EveryNotice, 1);
                Set(SendLimit, Queued); // for a client that does not read; those behind it are dropped
                break;
        }
    }

    public nint Handle => handle;

    /// <exception cref="ZeroMqException">It is in use, or wrong.</exception>
    public void Bind(string address)
    {
        if (ZeroMq.zmq_bind(handle, address) == 0)
            return;
        throw ZeroMq.zmq_errno() == ZeroMq.AddressInUse
            ? new ZeroMqException($"{address} is in use by another program")
            : ZeroMq.Failure($"cannot listen on {address}");
    }

    public void Connect(string address)
    {
        if (ZeroMq.zmq_connect(handle, address) != 0)
            throw ZeroMq.Failure($"cannot connect to {address}");
    }

    /// <summary>Sends one message; to a client that is gone, it is dropped.</summary>
    public void Send(byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++)
        {
            fixed (byte* data = frames[i])
            {
                if (ZeroMq.zmq_send(handle, data, (nuint)frames[i].Length, i < frames.Length - 1 ? ZeroMq.SendMore : 0) < 0)
                    throw ZeroMq.Failure("zmq_send");
            }
        }
    }

    /// <summary>The next message; null when there is none yet.</summary>
    public byte[][]? TryReceive()
    {
        var frames = new List<byte[]>();
        ZeroMq.Frame frame;
        do
        {
            _ = ZeroMq.zmq_msg_init(&frame);
            try
            {
                if (ZeroMq.zmq_msg_recv(&frame, handle, ZeroMq.DontWait) < 0)
                    return null;
                frames.Add(new ReadOnlySpan<byte>(ZeroMq.zmq_msg_data(&frame), (int)ZeroMq.zmq_msg_size(&frame)).ToArray());
                if (ZeroMq.zmq_msg_more(&frame) == 0)
                    return [.. frames];
            }
            finally
            {
                _ = ZeroMq.zmq_msg_close(&frame);
            }
        }
        while (true);
    }

    public void Dispose() => _ = ZeroMq.zmq_close(handle);

    private void Set(int option, int value) => _ = ZeroMq.zmq_setsockopt(handle, option, &value, sizeof(int));
}
