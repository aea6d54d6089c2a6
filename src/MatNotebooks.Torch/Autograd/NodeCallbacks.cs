using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp.Autograd;

/// <summary>What C++ calls for a node written in C#. No exception leaves these: it is carried round the native frames.</summary>
internal static unsafe class NodeCallbacks
{
    internal static Shim.Callbacks All => new()
    {
        Backward = &Backward,
        Release = &Release,
        FreeNode = &FreeNode,
        FreeBlob = &FreeBlob,
    };

    [UnmanagedCallersOnly]
    private static long Backward(nint state, nint node, nint* grads, int count, nint* results, int resultCount)
    {
        using var scope = torch.NewDisposeScope();
        try
        {
            var given = new torch.Tensor?[count];
            for (var i = 0; i < count; i++)
                given[i] = grads[i] == 0 ? null : new torch.Tensor(grads[i]);
            var made = ((NodeState)GCHandle.FromIntPtr(state).Target!).Backward(node, given);
            for (var i = 0; i < resultCount; i++)
                results[i] = i < made.Length && made[i] is { IsInvalid: false } gradient ? Shim.shim_tensor_share(gradient.Handle) : 0;
            return 0;
        }
        catch (Exception e)
        {
            return Failure.Carry(e);
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint state) => ((NodeState)GCHandle.FromIntPtr(state).Target!).ForgetSaved();

    [UnmanagedCallersOnly]
    private static void FreeNode(nint state)
    {
        var handle = GCHandle.FromIntPtr(state);
        ((NodeState)handle.Target!).ForgetSaved();
        handle.Free();
    }

    [UnmanagedCallersOnly]
    private static void FreeBlob(nint state) => GCHandle.FromIntPtr(state).Free();
}
