using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The learned tensors of CGCNN's gate as rows of memory, held as long as this is.</summary>
internal sealed unsafe class GateRows : IDisposable
{
    private readonly Tensor[] held;

    public GateRows(Tensor own, Tensor neighbor, Tensor edge, MessageShells shells)
    {
        held = [own.contiguous(), neighbor.contiguous(), edge.contiguous()];
        (Atoms, Width, Gaussians) = ((int)own.shape[0], (int)own.shape[1] / 2, (int)edge.shape[0]);
        Arguments = new() { Width = Width, Pair = shells.Pair(held[0], held[1], held[2]), Counts = Elements.Of(shells.Counts) };
    }

    public int Atoms { get; }

    public int Width { get; }

    public int Gaussians { get; }

    public GateArguments Arguments { get; }

    public void Dispose()
    {
        foreach (var tensor in held)
            tensor.Dispose();
    }
}
