using System.Collections.Concurrent;

namespace TorchSharp.Native;

/// <summary>An operator of libtorch's dispatcher, looked up once by name, such as <c>add.Tensor</c>.</summary>
internal sealed class Operator
{
    private static readonly ConcurrentDictionary<string, Operator> s_known = new(StringComparer.Ordinal);

    private Operator(string name, nint handle) => (Name, Handle) = (name, handle);

    internal string Name { get; }

    internal nint Handle { get; }

    internal static Operator Named(string name) => s_known.TryGetValue(name, out var op) ? op : s_known.GetOrAdd(name, Find);

    private static Operator Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (bare, overload) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        if (!bare.Contains("::", StringComparison.Ordinal))
            bare = "aten::" + bare;
        Failure.Check(Shim.shim_operator(bare, overload, out var handle));
        return new Operator(name, handle);
    }
}
