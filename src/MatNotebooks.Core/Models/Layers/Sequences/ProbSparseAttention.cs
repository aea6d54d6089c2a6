using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>
/// Only the queries whose scores stand out (their greatest less their mean) attend; the others hear the plain mean of the values
/// (Zhou et al. 2021). Of a sequence of L steps, factor × ⌈ln L⌉ queries attend.
/// </summary>
/// <remarks>
/// The publication estimates what stands out from a random sample of the keys, to spare time on long sequences. Here all keys are looked
/// at: the sequences are of a dozen steps at most, and nothing is left to chance.
/// </remarks>
/// <param name="factor">At least 1.</param>
internal sealed class ProbSparseAttention(int factor) : IAttentionRule
{
    public Tensor Mix(Tensor query, Tensor key, Tensor value, StepMask mask)
    {
        var (scores, padding) = (FullAttention.Scores(query, key), FullAttention.KeyPadding(mask));
        var counts = mask.Counts.view(-1, 1, 1, 1);
        var heard = scores.masked_fill(padding, double.NegativeInfinity).softmax(-1).matmul(value);
        var mean = (value * mask.Real.unsqueeze(1)).sum(2, keepdim: true) / counts;
        return where(Active(scores.detach(), padding, mask), heard, mean.expand(heard.shape));
    }

    /// <summary>How many queries of a sequence attend.</summary>
    public int ActiveOf(int length) => Math.Clamp(factor * (int)Math.Ceiling(Math.Log(length)), 1, length);

    /// <summary>True for queries that attend, (sequences, heads, queries, 1).</summary>
    private Tensor Active(Tensor scores, Tensor padding, StepMask mask)
    {
        var greatest = scores.masked_fill(padding, double.NegativeInfinity).amax([-1]);
        var mean = scores.masked_fill(padding, 0).sum(-1) / mask.Counts.unsqueeze(2);
        var standing = (greatest - mean).masked_fill(mask.Padding.unsqueeze(1), double.NegativeInfinity); // (sequences, heads, queries)
        var rank = (standing.unsqueeze(2) > standing.unsqueeze(3)).to_type(scores.dtype).sum(-1);
        float[] active = [.. mask.Lengths.Select(length => (float)ActiveOf(length))];
        return (rank < tensor(active, [active.Length, 1, 1], scores.dtype, scores.device)).unsqueeze(3);
    }
}
