using System.Text;

namespace MatNotebooks.Kernel.Wire;

/// <summary>The signatures of the last messages: one that comes again was recorded and repeated by somebody without the key.</summary>
internal sealed class SeenSignatures
{
    /// <summary>How many are remembered; as many as Jupyter's own kernels do.</summary>
    public const int Limit = 1 << 16;

    private readonly Lock gate = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Remembers a signature; false when it is known already.</summary>
    public bool Add(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        lock (gate)
        {
            if (!known.Add(text))
                return false;
            order.Enqueue(text);
            if (order.Count > Limit)
                known.Remove(order.Dequeue());
            return true;
        }
    }
}
