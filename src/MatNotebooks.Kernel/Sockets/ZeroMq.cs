using System.Runtime.InteropServices;

namespace MatNotebooks.Kernel.Sockets;

/// <summary>The functions of libzmq 4 that the kernel calls, under their own names.</summary>
internal static unsafe partial class ZeroMq
{
    public const int AddressInUse = 98;
    public const int Interrupted = 4;
    public const int Terminated = 156384765;
    public const short PollIn = 1;
    public const int SendMore = 2;
    public const int DontWait = 1;

    private const string Library = "libzmq.so.5";

    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int Descriptor;
        public short Events;
        public short Found;
    }

    /// <summary>zmq_msg_t: 64 bytes that libzmq fills.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Frame
    {
        private readonly long first;
    }

    [LibraryImport(Library)]
    public static partial nint zmq_ctx_new();

    [LibraryImport(Library)]
    public static partial int zmq_ctx_term(nint context);

    [LibraryImport(Library)]
    public static partial nint zmq_socket(nint context, int kind);

    [LibraryImport(Library)]
    public static partial int zmq_close(nint socket);

    [LibraryImport(Library)]
    public static partial int zmq_setsockopt(nint socket, int option, void* value, nuint length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zmq_bind(nint socket, string address);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zmq_connect(nint socket, string address);

    [LibraryImport(Library)]
    public static partial int zmq_send(nint socket, byte* data, nuint length, int flags);

    [LibraryImport(Library)]
    public static partial int zmq_msg_init(Frame* frame);

    [LibraryImport(Library)]
    public static partial int zmq_msg_recv(Frame* frame, nint socket, int flags);

    [LibraryImport(Library)]
    public static partial nuint zmq_msg_size(Frame* frame);

    [LibraryImport(Library)]
    public static partial void* zmq_msg_data(Frame* frame);

    [LibraryImport(Library)]
    public static partial int zmq_msg_more(Frame* frame);

    [LibraryImport(Library)]
    public static partial int zmq_msg_close(Frame* frame);

    [LibraryImport(Library)]
    public static partial int zmq_poll(PollItem* items, int count, nint milliseconds);

    [LibraryImport(Library)]
    public static partial int zmq_errno();

    [LibraryImport(Library)]
    private static partial nint zmq_strerror(int error);

    /// <summary>What the last call on this thread complained of.</summary>
    public static ZeroMqException Failure(string what)
    {
        var error = zmq_errno();
        return new ZeroMqException($"{what}: {Marshal.PtrToStringUTF8(zmq_strerror(error))} (ZeroMQ error {error})");
    }
}
