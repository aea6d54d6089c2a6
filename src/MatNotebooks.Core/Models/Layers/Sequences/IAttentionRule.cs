using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>How queries choose among values.</summary>
internal interface IAttentionRule
{
    /// <summary>What each query hears, (sequences, heads, steps, width of a head) as all three inputs.</summary>
    /// <param name="query">The queries, already divided by the root of their width.</param>
    /// <param name="key">The keys.</param>
    /// <param name="value">The values.</param>
    /// <param name="mask">Which steps are real; padding is not heard.</param>
    Tensor Mix(Tensor query, Tensor key, Tensor value, StepMask mask);
}
