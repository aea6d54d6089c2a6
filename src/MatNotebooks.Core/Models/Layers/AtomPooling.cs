using MatNotebooks.Models.Layers.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Sum or mean over atoms of σ(W h_v + b).</summary>
internal sealed class AtomPooling : ReadoutLayer
{
    private readonly Linear atom;
    private readonly bool mean;

    public AtomPooling(int width, bool mean)
        : base(nameof(AtomPooling))
    {
        this.mean = mean;
        atom = nn.Linear(width, width);
        RegisterComponents();
    }

    public override Tensor Pool(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var sum = batch.SumByCrystal(nn.functional.silu(LinearNode.Of(atom, atoms)));
        return mean ? sum / batch.AtomCounts : sum;
    }
}
