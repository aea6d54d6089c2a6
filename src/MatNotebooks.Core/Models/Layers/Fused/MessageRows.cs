using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The learned tensors of a message pass as rows of memory, held as long as this is.</summary>
internal sealed unsafe class MessageRows : IDisposable
{
    private readonly Tensor[] held;

    /// <param name="tensors">The receiver's part, the sender's part, the edge's map, the score's map and its bias.</param>
    /// <param name="shells">What is not learned.</param>
    public MessageRows(List<Tensor> tensors, MessageShells shells)
    {
        held = [.. tensors.Select(t => t.contiguous())];
        (Atoms, Width, Gaussians) = ((int)held[0].shape[0], (int)held[0].shape[1] / 2, (int)held[2].shape[0]);
        Arguments = new()
        {
            Width = Width,
            Own = Elements(held[0]),
            Neighbor = Elements(held[1]),
            Edge = Elements(held[2]),
            Score = Elements(held[3]),
            Bias = *Elements(held[4]),
            Envelope = Elements(shells.Envelope),
            Weight = Elements(shells.Weight),
            FirstEdge = shells.Shells.FirstEdge,
            Senders = shells.Shells.Senders,
            Bands = shells.Bands,
        };
    }

    public int Atoms { get; }

    public int Width { get; }

    public int Gaussians { get; }

    public MessageArguments Arguments { get; }

    /// <summary>The first element of a contiguous tensor on the processor; native memory, which does not move.</summary>
    public static float* Elements(Tensor tensor)
        => (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));

    public void Dispose()
    {
        foreach (var tensor in held)
            tensor.Dispose();
    }
}
