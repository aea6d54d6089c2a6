using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Calls any operator of libtorch by its name: <c>Aten.Call("add.Tensor", left, right, alpha)</c>.</summary>
internal static unsafe class Aten
{
    // Lists longer than this are laid out on the heap.
    private const int StackBytes = 1024;

    /// <summary>The single tensor an operator returns.</summary>
    internal static Tensor Call(string name, params ReadOnlySpan<Argument> args)
    {
        Slot result;
        Invoke(name, args, &result, 1);
        return Take(result) ?? throw new InvalidOperationException($"{name} returned no tensor");
    }

    /// <summary>An operator called for what it does to its arguments; its results are dropped in C++.</summary>
    internal static void Do(string name, params ReadOnlySpan<Argument> args) => Invoke(name, args, null, 0);

    /// <summary>An in-place operator: its first argument, which it changed.</summary>
    internal static Tensor Into(string name, params ReadOnlySpan<Argument> args)
    {
        Invoke(name, args, null, 0);
        return (Tensor)args[0].Object!;
    }

    /// <summary>The two tensors an operator returns.</summary>
    internal static (Tensor First, Tensor Second) Call2(string name, params ReadOnlySpan<Argument> args)
    {
        var results = stackalloc Slot[2];
        Invoke(name, args, results, 2);
        return (Take(results[0])!, Take(results[1])!);
    }

    /// <summary>The three tensors an operator returns; one it leaves undefined is null.</summary>
    internal static (Tensor First, Tensor Second, Tensor Third) Call3(string name, params ReadOnlySpan<Argument> args)
    {
        var results = stackalloc Slot[3];
        Invoke(name, args, results, 3);
        return (Take(results[0])!, Take(results[1])!, Take(results[2])!);
    }

    /// <summary>The tensors of an operator that returns a list.</summary>
    internal static Tensor[] CallList(string name, params ReadOnlySpan<Argument> args)
    {
        Slot result;
        Invoke(name, args, &result, 1);
        var slots = (Slot*)result.Pointer;
        try
        {
            var tensors = new Tensor[result.Count];
            for (var i = 0; i < tensors.Length; i++)
                tensors[i] = Take(slots[i])!;
            return tensors;
        }
        finally
        {
            Shim.shim_free((nint)slots);
        }
    }

    /// <summary>The number or truth value an operator returns.</summary>
    internal static Slot CallValue(string name, params ReadOnlySpan<Argument> args)
    {
        Slot result;
        Invoke(name, args, &result, 1);
        return result;
    }

    private static Tensor? Take(in Slot slot) => slot.Tag == Tag.Tensor ? new Tensor(slot.Pointer, slot.Count) : null;

    private static void Invoke(string name, ReadOnlySpan<Argument> args, Slot* results, int wanted)
    {
        var bytes = 0;
        foreach (ref readonly var arg in args)
            bytes += ListBytes(arg);
        if (bytes <= StackBytes)
        {
            var lists = stackalloc byte[bytes];
            Invoke(name, args, lists, results, wanted);
            return;
        }
        fixed (byte* lists = new byte[bytes])
            Invoke(name, args, lists, results, wanted);
    }

    private static void Invoke(string name, ReadOnlySpan<Argument> args, byte* lists, Slot* results, int wanted)
    {
        var slots = stackalloc Slot[args.Length];
        for (var i = 0; i < args.Length; i++)
            lists = Lay(args[i], out slots[i], lists);
        var code = Shim.shim_call(Operator.Named(name).Handle, slots, args.Length, results, wanted);
        foreach (ref readonly var arg in args)
            GC.KeepAlive(arg.Object); // no finalizer may free a handle that C++ is using
        Failure.Check(code);
    }

    private static int ListBytes(in Argument arg) => arg.Object switch
    {
        null => 0,
        string s => (Encoding.UTF8.GetMaxByteCount(s.Length) + 7) & ~7,
        Array a => 8 * a.Length,
        _ => 0,
    };

    private static byte* Lay(in Argument arg, out Slot slot, byte* lists)
    {
        slot = new Slot { Tag = arg.Tag, Int = arg.Bits };
        switch (arg.Tag)
        {
            case Tag.Tensor:
                slot.Pointer = ((Tensor)arg.Object!).Handle;
                return lists;
            case Tag.Generator:
                slot.Pointer = ((Generator)arg.Object!).Handle;
                return lists;
            case Tag.Device:
                slot.Int = (int)arg.Bits;
                slot.Count = (int)(arg.Bits >> 32);
                return lists;
            case Tag.String:
                return LayString((string)arg.Object!, ref slot, lists);
            case Tag.IntList or Tag.DoubleList or Tag.BoolList or Tag.TensorList:
                return LayList((Array)arg.Object!, ref slot, lists);
            default:
                return lists;
        }
    }

    private static byte* LayString(string text, ref Slot slot, byte* lists)
    {
        var room = (Encoding.UTF8.GetMaxByteCount(text.Length) + 7) & ~7;
        slot.Pointer = (nint)lists;
        slot.Count = Encoding.UTF8.GetBytes(text, new Span<byte>(lists, room));
        return lists + room;
    }

    private static byte* LayList(Array list, ref Slot slot, byte* lists)
    {
        slot.Pointer = (nint)lists;
        slot.Count = list.Length;
        var to = new Span<long>(lists, list.Length);
        switch (list)
        {
            case long[] ints:
                ints.CopyTo(to);
                break;
            case double[] doubles:
                doubles.CopyTo(new Span<double>(lists, doubles.Length));
                break;
            case bool[] flags:
                for (var i = 0; i < flags.Length; i++)
                    to[i] = flags[i] ? 1 : 0;
                break;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    to[i] = tensors[i]?.Handle ?? 0;
                break;
        }
        return lists + (8 * list.Length);
    }
}
