using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>From the embedding of a crystal to the targets, fused with external conditions where there are any.</summary>
internal sealed class ConditionedHead : nn.Module<Tensor, BatchAtoms, Tensor>
{
    private readonly ConditionFusion? fusion;
    private readonly RegressionHead head;

    public ConditionedHead(int width, int conditions, int targets, double dropout, int seed)
        : base(nameof(ConditionedHead))
    {
        fusion = ConditionFusion.For(width, conditions);
        head = new(fusion?.Width ?? width, width, targets, extensive: false, dropout, seed);
        RegisterComponents();
    }

    /// <summary>(crystals, width) to (crystals, targets).</summary>
    public override Tensor forward(Tensor embedding, BatchAtoms batch) =>
        head.call(fusion is null ? embedding : fusion.Fuse(embedding, batch.Conditions));
}
