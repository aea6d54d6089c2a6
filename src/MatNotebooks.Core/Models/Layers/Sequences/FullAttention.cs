using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Every step hears every real step: softmax(Q Kᵀ / √d) V.</summary>
internal sealed class FullAttention : IAttentionRule
{
    public Tensor Mix(Tensor query, Tensor key, Tensor value, StepMask mask) =>
        Scores(query, key).masked_fill(KeyPadding(mask), double.NegativeInfinity).softmax(-1).matmul(value);

    /// <summary>(sequences, heads, queries, keys).</summary>
    public static Tensor Scores(Tensor query, Tensor key) => query.matmul(key.transpose(2, 3));

    /// <summary>True for keys that are padding, (sequences, 1, 1, keys).</summary>
    public static Tensor KeyPadding(StepMask mask) => mask.Padding.unsqueeze(1).unsqueeze(2);
}
