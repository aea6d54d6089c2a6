using System.Collections.Concurrent;

namespace MatNotebooks.Kernel.Sockets;

/// <summary>
/// A socket and the one thread that uses it. Others hand it messages to send; what it receives it hands to a function,
/// which must not take long.
/// </summary>
internal sealed unsafe class SocketThread : IDisposable
{
    private const int ReceivedAtOnce = 100; // then what is to be sent has its turn
    private readonly ZeroMqSocket socket;
    private readonly ZeroMqSocket wakes;
    private readonly ZeroMqSocket woken;
    private readonly Action<byte[][]> received;
    private readonly ConcurrentQueue<byte[][]> outbox = new();
    private readonly Lock gate = new();
    private readonly Thread thread;
    private bool waking;
    private volatile bool stopping;

    /// <param name="context">ZeroMQ's own.</param>
    /// <param name="kind">What the socket does.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="received">Takes each message, on the socket's thread.</param>
    /// <exception cref="ZeroMqException">The address is in use.</exception>
    public SocketThread(nint context, SocketKind kind, string address, string name, Action<byte[][]> received)
    {
        this.received = received;
        socket = new ZeroMqSocket(context, kind);
        (wakes, woken) = (new ZeroMqSocket(context, SocketKind.Pair), new ZeroMqSocket(context, SocketKind.Pair));
        try
        {
            socket.Bind(address);
            woken.Bind($"inproc://{name}");
            wakes.Connect($"inproc://{name}");
        }
        catch (ZeroMqException)
        {
            socket.Dispose();
            wakes.Dispose();
            woken.Dispose();
            throw;
        }
        thread = new Thread(Loop) { IsBackground = true, Name = name };
    }

    public void Start() => thread.Start();

    /// <summary>Sends a message; from any thread, in the order of the calls.</summary>
    public void Send(byte[][] frames)
    {
        outbox.Enqueue(frames);
        Wake();
    }

    /// <summary>Sends what is still to be sent and closes the socket.</summary>
    public void Dispose()
    {
        stopping = true;
        Wake();
        if (thread.ThreadState.HasFlag(ThreadState.Unstarted))
            Loop();
        else
            thread.Join();
        wakes.Dispose();
    }

    private void Wake()
    {
        lock (gate)
        {
            if (waking)
                return;
            waking = true;
            wakes.Send([[]]);
        }
    }

    private void Loop()
    {
        var items = stackalloc ZeroMq.PollItem[2];
        items[0] = new() { Socket = socket.Handle, Events = ZeroMq.PollIn };
        items[1] = new() { Socket = woken.Handle, Events = ZeroMq.PollIn };
        while (true)
        {
            if (ZeroMq.zmq_poll(items, 2, -1) < 0 && ZeroMq.zmq_errno() != ZeroMq.Interrupted)
                break;
            if (items[1].Found != 0)
                SendAll();
            if (stopping && outbox.IsEmpty)
                break;
            for (var i = 0; i < ReceivedAtOnce && socket.TryReceive() is { } frames; i++)
                received(frames);
        }
        socket.Dispose();
        woken.Dispose();
    }

    private void SendAll()
    {
        while (woken.TryReceive() is not null)
        {
        }
        lock (gate)
            waking = false;
        while (outbox.TryDequeue(out var frames))
        {
            try
            {
                socket.Send(frames);
            }
            catch (ZeroMqException)
            {
                // The client is gone; nobody waits for it.
            }
        }
    }
}
