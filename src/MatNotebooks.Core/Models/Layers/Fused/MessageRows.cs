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
            Pair = shells.Pair(held[0], held[1], held[2]),
            Score = Elements.Of(held[3]),
            Bias = *Elements.Of(held[4]),
            Envelope = Elements.Of(shells.Envelope),
            Weight = Elements.Of(shells.Weight),
        };
    }

    public int Atoms { get; }

    public int Width { get; }

    public int Gaussians { get; }

    public MessageArguments Arguments { get; }

    public void Dispose()
    {
        foreach (var tensor in held)
            tensor.Dispose();
    }
}
