using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Turns the shim's return codes into exceptions, and carries a C# exception through native frames.</summary>
internal static class Failure
{
    private static readonly ConcurrentDictionary<long, Exception> s_carried = new();
    private static long s_lastTicket;

    /// <summary>Throws when a shim function says that it failed.</summary>
    /// <param name="code">0 fine, 1 an error of libtorch, 2 a failed C# callback.</param>
    /// <exception cref="ExternalException">libtorch's own message, as TorchSharp gives it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int code)
    {
        if (code != 0)
            Throw(code);
    }

    /// <summary>Keeps an exception thrown in a callback until the native frames are behind; no exception may cross them.</summary>
    internal static long Carry(Exception e)
    {
        var ticket = Interlocked.Increment(ref s_lastTicket);
        s_carried[ticket] = e;
        return ticket;
    }

    private static void Throw(int code)
    {
        if (code == 2 && s_carried.TryRemove(Shim.shim_error_ticket(), out var thrown))
            ExceptionDispatchInfo.Throw(thrown);
        throw new ExternalException(Marshal.PtrToStringUTF8(Shim.shim_error()));
    }
}
