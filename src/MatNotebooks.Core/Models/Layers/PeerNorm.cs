using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Normalisation over the rows of all processes that train together, as if one process had them all.</summary>
internal static class PeerNorm
{
    /// <summary>Whether a layer has to ask its peers, so that fused kernels, which know one process's rows, do not do.</summary>
    public static bool Asks(nn.Module norm) => distributed.is_initialized() && norm is { training: true } and (BatchNorm1d or WeightedBatchNorm);

    /// <summary>Normalises rows, (rows, width).</summary>
    public static Tensor Call(nn.Module<Tensor, Tensor> norm, Tensor rows)
    {
        if (!Asks(norm)) return norm.call(rows);
        var batch = (BatchNorm1d)norm;
        var total = PeerSum.Of(tensor([(float)rows.shape[0]], rows.dtype, rows.device)).clamp(1.0);
        var mean = PeerSum.Of(rows.sum(dim: 0)) / total;
        var variance = PeerSum.Of((rows - mean).square().sum(dim: 0)) / total;
        Remember(batch, mean, variance * total / (total - 1).clamp(1.0));
        return ((rows - mean) * ((variance + batch.eps).rsqrt() * batch.weight!)) + batch.bias!;
    }

    private static void Remember(BatchNorm1d norm, Tensor mean, Tensor variance)
    {
        using var still = no_grad();
        var share = norm.momentum!.Value;
        norm.running_mean!.mul_(1 - share).add_(mean * share);
        norm.running_var!.mul_(1 - share).add_(variance * share);
        norm.num_batches_tracked!.add_(1);
    }
}
