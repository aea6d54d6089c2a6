using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Σ_v a_v σ(W h_v + b), the weights a softmax over the atoms of the crystal.</summary>
internal sealed class AttentionPooling : ReadoutLayer
{
    private const double Bound = 10; // scores are squashed to ±10, so that exponentials stay finite without a maximum per crystal

    private readonly Linear atom, score;

    public AttentionPooling(int width)
        : base(nameof(AttentionPooling))
    {
        (atom, score) = (nn.Linear(width, width), nn.Linear(width, 1));
        RegisterComponents();
    }

    public override Tensor Pool(Tensor atoms, BatchEdges batch, EdgeAttributes edges) => Pool(atoms, batch);

    /// <summary>(atoms, width) to (crystals, width); edges have no say.</summary>
    public Tensor Pool(Tensor atoms, BatchAtoms batch)
    {
        var values = nn.functional.silu(atom.call(atoms));
        var weights = ((score.call(atoms) / Bound).tanh() * Bound).exp();
        return batch.SumByCrystal(values * weights) / batch.SumByCrystal(weights);
    }
}
