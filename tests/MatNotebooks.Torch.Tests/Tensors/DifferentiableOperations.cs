using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MatNotebooks.Torch.Tests.Tensors;

/// <summary>Every operation with a gradient that is wrapped, on inputs where it is smooth: the first word of a name is the method's.</summary>
internal static class DifferentiableOperations
{
    private static readonly long[] s_two = [3, 4];

    /// <param name="Shapes">Of the inputs whose gradients are checked.</param>
    /// <param name="From">Least value of their elements.</param>
    /// <param name="To">Largest value of their elements.</param>
    /// <param name="Run">The operation.</param>
    internal sealed record Case(long[][] Shapes, double From, double To, Func<Tensor[], Tensor> Run);

    internal static readonly Dictionary<string, Case> All = new(StringComparer.Ordinal)
    {
        // one element at a time
        ["abs"] = Unary(x => x.abs()), ["exp"] = Unary(x => x.exp()), ["expm1"] = Unary(x => x.expm1()), ["neg"] = Unary(x => -x), ["negative"] = Unary(x => x.negative()),
        ["log"] = Positive(x => x.log()), ["log10"] = Positive(x => x.log10()), ["log2"] = Positive(x => x.log2()), ["log1p"] = Positive(x => x.log1p()),
        ["sqrt"] = Positive(x => x.sqrt()), ["rsqrt"] = Positive(x => x.rsqrt()), ["square"] = Unary(x => x.square()), ["reciprocal"] = Positive(x => x.reciprocal()),
        ["frac"] = Positive(x => x.frac()), ["sin"] = Unary(x => x.sin()), ["cos"] = Unary(x => x.cos()), ["tan"] = Unary(x => x.tan()),
        ["asin"] = Unary(x => x.asin()), ["acos"] = Unary(x => x.acos()), ["atan"] = Unary(x => x.atan()), ["sinh"] = Unary(x => x.sinh()), ["cosh"] = Unary(x => x.cosh()),
        ["tanh"] = Unary(x => x.tanh()), ["erf"] = Unary(x => x.erf()), ["erfc"] = Unary(x => x.erfc()), ["erfinv"] = Unary(x => x.erfinv()),
        ["lgamma"] = Positive(x => x.lgamma()), ["digamma"] = Positive(x => x.digamma()), ["sigmoid"] = Unary(x => x.sigmoid()), ["relu"] = Unary(x => x.relu()),
        ["silu"] = Unary(x => x.silu()), ["selu"] = Unary(x => x.selu()), ["mish"] = Unary(x => F.mish(x)), ["hardsigmoid"] = Unary(x => x.hardsigmoid()),
        ["log_sigmoid"] = Unary(x => x.log_sigmoid()), ["gelu"] = Unary(x => x.gelu()), ["softplus"] = Unary(x => x.softplus(2, 1.1)), ["elu"] = Unary(x => x.elu(1.3)),
        ["leaky_relu"] = Unary(x => x.leaky_relu(0.1)), ["hardtanh"] = Unary(x => x.hardtanh(-0.51, 0.51)), ["clamp"] = Unary(x => x.clamp(-0.51, 0.51)),
        ["clamp tensors"] = Of([s_two, s_two, s_two], t => (3 * t[0]).clamp(t[1] - 2, t[2] + 2)), ["clamp_max"] = Unary(x => x.clamp_max(0.31)), ["clamp_min"] = Unary(x => x.clamp_min(0.31)),
        ["nan_to_num"] = Unary(x => x.nan_to_num()), ["softmax"] = Unary(x => x.softmax(1)), ["log_softmax"] = Unary(x => x.log_softmax(0)), ["atan2"] = Of([s_two, s_two], t => t[0].atan2(t[1] + 2)),
        ["lerp"] = Of([s_two, s_two, s_two], t => t[0].lerp(t[1], t[2])), ["xlogy"] = Of([s_two, s_two], t => t[0].xlogy(t[1] + 2)),
        // arithmetic
        ["add"] = Of([s_two, [4]], t => t[0] + t[1]), ["add alpha"] = Of([s_two, s_two], t => t[0].add(t[1], 3)), ["sub"] = Of([s_two, [3, 1]], t => 1 - (t[0] - t[1])),
        ["mul"] = Of([s_two, [4]], t => 2 * t[0] * t[1]), ["div"] = Of([s_two, [4]], t => 3 / (t[1] + 2) + (t[0] / (t[1] + 2))), ["pow"] = Of([s_two, s_two], t => (t[0] + 2).pow(t[1])),
        ["pow number"] = Positive(x => x.pow(1.7)), ["remainder"] = Positive(x => (5 * x).remainder(1.13)), ["fmod"] = Positive(x => (5 * x).fmod(1.13)),
        ["addcmul"] = Of([s_two, s_two, s_two], t => t[0].addcmul(t[1], t[2], 0.7)), ["addcdiv"] = Of([s_two, s_two, s_two], t => t[0].addcdiv(t[1], t[2] + 2, 0.7)),
        ["clone"] = Unary(x => x.clone()), ["alias"] = Unary(x => x.alias()), ["maximum"] = Of([s_two, s_two], t => t[0].maximum(t[1])), ["minimum"] = Of([s_two, s_two], t => t[0].minimum(t[1])),
        ["where"] = Of([s_two, s_two], t => t[0].where(t[0] > 0.1, t[1])),
        // sums and extremes
        ["sum"] = Unary(x => x.sum()), ["sum along"] = Unary(x => x.sum(1, true) + x.sum([0L])), ["mean"] = Unary(x => x.mean() + x.mean([1L], true)), ["prod"] = Positive(x => x.prod(1) + x.prod()),
        ["var"] = Unary(x => x.var() + x.var(1, unbiased: false)), ["std"] = Unary(x => x.std() + x.std(0)), ["max"] = Unary(x => x.max() + x.max(1).values), ["max two"] = Of([s_two, s_two], t => t[0].max(t[1])),
        ["min"] = Unary(x => x.min() + x.min(1).values), ["amax"] = Unary(x => x.amax([1L])), ["amin"] = Unary(x => x.amin([0L])), ["logsumexp"] = Unary(x => x.logsumexp(1)),
        ["norm"] = Positive(x => x.norm() + x.norm(1, p: 3)), ["median"] = Unary(x => x.median()), ["quantile"] = Unary(x => x.quantile(tensor(new[] { 0.3, 0.77 }), 1)),
        ["cumsum"] = Unary(x => x.cumsum(1)), ["cumprod"] = Positive(x => x.cumprod(1)), ["sort"] = Unary(x => x.sort(1).Values), ["topk"] = Unary(x => x.topk(2).values),
        // windows
        ["conv1d"] = Of([[2, 2, 7], [4, 1, 3], [4]], t => F.conv1d(t[0], t[1], t[2], stride: 2, padding: 1, dilation: 2, groups: 2)),
        ["max_pool1d"] = Of([[1, 2, 7]], t => F.max_pool1d(t[0], 3, stride: 2, padding: 1)),
        // shape
        ["view"] = Unary(x => x.view(2, 6)), ["view_as"] = Of([s_two, [12]], t => t[0].view_as(t[1]) * t[1]), ["reshape"] = Unary(x => x.reshape(-1)), ["flatten"] = Unary(x => x.flatten()),
        ["unflatten"] = Unary(x => x.unflatten(1, 2, 2)), ["transpose"] = Unary(x => x.transpose(0, 1)), ["t"] = Unary(x => x.t()), ["permute"] = Unary(x => x.permute(1, 0)), ["get_T"] = Unary(x => x.T), ["get_mT"] = Unary(x => x.mT),
        ["unsqueeze"] = Unary(x => x.unsqueeze(1)), ["squeeze"] = Of([[3, 1, 2]], t => t[0].squeeze(1) + t[0].squeeze()), ["expand"] = Of([[3, 1]], t => t[0].expand(3, 4) + t[0].expand([3, 2], false).sum()),
        ["expand_as"] = Of([[3, 1], s_two], t => t[0].expand_as(t[1]) * t[1]), ["broadcast_to"] = Of([[4]], t => t[0].broadcast_to(3, 4)), ["repeat"] = Unary(x => x.repeat(2, 1)),
        ["repeat_interleave"] = Unary(x => x.repeat_interleave(2, 1) + x.repeat_interleave(tensor(new long[] { 1, 3, 2, 2 }), 1)), ["tile"] = Unary(x => x.tile([2])), ["narrow"] = Unary(x => x.narrow(1, 1, 2)),
        ["select"] = Unary(x => x.select(1, 2)), ["slice"] = Unary(x => x.slice(1, 0, 4, 2)), ["flip"] = Unary(x => x.flip(1)), ["roll"] = Unary(x => x.roll(1, 1)), ["tril"] = Unary(x => x.tril()), ["triu"] = Unary(x => x.triu(1)),
        ["diag"] = Of([[3, 3]], t => t[0].diag()), ["diagonal"] = Of([[3, 3]], t => t[0].diagonal(1)), ["contiguous"] = Unary(x => x.t().contiguous()), ["as_strided"] = Unary(x => x.as_strided([2, 2], [4, 1], 1)),
        ["chunk"] = Unary(x => x.chunk(2, 1)[1]), ["split"] = Unary(x => x.split(3, 1)[0].sum() + x.split([1, 3], 1)[1].sum()), ["unbind"] = Unary(x => x.unbind(1)[2]),
        ["cat"] = Of([s_two, [2, 4]], t => cat([t[0], t[1]])), ["stack"] = Of([s_two, s_two], t => stack(t, 1)), ["vstack"] = Of([s_two, s_two], t => vstack(t)), ["hstack"] = Of([s_two, s_two], t => hstack(t)),
        // picking
        ["index_select"] = Unary(x => x.index_select(0, tensor(new long[] { 2, 0, 2 }))), ["gather"] = Unary(x => x.gather(1, tensor(new long[,] { { 0, 0 }, { 3, 1 }, { 2, 2 } }))),
        ["index_add"] = Of([s_two, [2, 4]], t => t[0].index_add(0, tensor(new long[] { 2, 2 }), t[1], 0.5)), ["scatter"] = Of([s_two, [1, 4]], t => t[0].scatter(0, tensor(new long[,] { { 0, 1, 2, 1 } }), t[1])),
        ["scatter_add"] = Of([s_two, [2, 4]], t => t[0].scatter_add(0, tensor(new long[,] { { 0, 1, 2, 1 }, { 0, 0, 2, 2 } }), t[1])), ["masked_fill"] = Unary(x => x.masked_fill(x > 0.1, 3)),
        ["masked_select"] = Unary(x => x.masked_select(x > 0.1)), ["take"] = Unary(x => x.take(tensor(new long[] { 5, 0, 5 }))), ["index"] = Unary(x => x[TensorIndex.Ellipsis, 1..3] + x[tensor(new long[] { 0, 2, 2 })].sum()),
        ["get_Item"] = Unary(x => x[1] + x[^1, TensorIndex.Colon] + x[1, 2] + x[tensor(new[] { true, false, true })].sum()),
        // matrices
        ["matmul"] = Of([s_two, [4, 2]], t => t[0].matmul(t[1])), ["mm"] = Of([s_two, [4, 2]], t => t[0].mm(t[1])), ["bmm"] = Of([[2, 2, 3], [2, 3, 2]], t => t[0].bmm(t[1])), ["mv"] = Of([s_two, [4]], t => t[0].mv(t[1])),
        ["dot"] = Of([[4], [4]], t => t[0].dot(t[1])), ["outer"] = Of([[3], [4]], t => t[0].outer(t[1])), ["addmm"] = Of([[3, 2], s_two, [4, 2]], t => t[0].addmm(t[1], t[2], 0.5f, 2)),
        ["baddbmm"] = Of([[2, 2, 2], [2, 2, 3], [2, 3, 2]], t => t[0].baddbmm(t[1], t[2])), ["dist"] = Of([s_two, s_two], t => t[0].dist(t[1])), ["trace"] = Of([[3, 3]], t => t[0].trace()),
        ["det"] = Of([[3, 3]], t => (t[0] + eye(3, dtype: ScalarType.Float64)).det()), ["inverse"] = Of([[3, 3]], t => (t[0] + (2 * eye(3, dtype: ScalarType.Float64))).inverse()),
        ["einsum"] = Of([[2, 3], [3, 2, 2]], t => einsum("ij,jkl->kil", t[0], t[1])), ["cdist"] = Of([s_two, [2, 4]], t => cdist(t[0], t[1] + 3)),
        // conversions
        ["to"] = Unary(x => x.to(ScalarType.Float64, copy: true) + x.to(CPU)), ["to_type"] = Unary(x => x.to_type(ScalarType.Float64, copy: true)), ["cpu"] = Unary(x => x.cpu() * x), ["double"] = Unary(x => x.@double() * x),
        ["type"] = Unary(x => x.type(ScalarType.Float64) * x), ["type_as"] = Unary(x => x.type_as(x) * x),
        // functional
        ["linear"] = Of([[2, 3], [4, 3], [4]], t => F.linear(t[0], t[1], t[2])), ["bilinear"] = Of([[2, 3], [2, 4], [2, 3, 4], [2]], t => F.bilinear(t[0], t[1], t[2], t[3])),
        ["batch_norm"] = Of([s_two, [4], [4]], t => F.batch_norm(t[0], null, null, t[1], t[2], training: true)),
        ["layer_norm"] = Of([s_two, [4], [4]], t => F.layer_norm(t[0], [4], t[1], t[2])), ["normalize"] = Unary(x => F.normalize(x)), ["cosine_similarity"] = Of([s_two, s_two], t => F.cosine_similarity(t[0], t[1])),
        ["pairwise_distance"] = Of([s_two, s_two], t => F.pairwise_distance(t[0], t[1] + 3)), ["logsigmoid"] = Unary(x => F.logsigmoid(x)), ["glu"] = Unary(x => F.glu(x)),
        ["dropout"] = Unary(x => F.dropout(x, 0.3, training: false) * x), ["scaled_dot_product_attention"] = Of([[3, 2], [4, 2], [4, 3]], t => F.scaled_dot_product_attention(t[0], t[1], t[2])),
        ["mse_loss"] = Of([s_two, s_two], t => F.mse_loss(t[0], t[1])), ["l1_loss"] = Of([s_two, s_two], t => F.l1_loss(t[0], t[1])), ["smooth_l1_loss"] = Of([s_two, s_two], t => F.smooth_l1_loss(t[0], t[1], beta: 0.3)),
        ["huber_loss"] = Of([s_two, s_two], t => F.huber_loss(t[0], t[1], 0.3)), ["cross_entropy"] = Unary(x => F.cross_entropy(x, tensor(new long[] { 0, 3, 2 }))), ["nll_loss"] = Unary(x => F.nll_loss(x.log_softmax(1), tensor(new long[] { 0, 3, 2 }))),
        ["binary_cross_entropy"] = Unary(x => F.binary_cross_entropy(x.sigmoid(), tensor(0.3).expand(3, 4))), ["binary_cross_entropy_with_logits"] = Unary(x => F.binary_cross_entropy_with_logits(x, tensor(0.3).expand(3, 4))),
        ["kl_div"] = Of([s_two, s_two], t => F.kl_div(t[0].log_softmax(1), t[1].log_softmax(1))), ["gaussian_nll_loss"] = Of([s_two, s_two, s_two], t => F.gaussian_nll_loss(t[0], t[1], t[2] + 2)),
    };

    private static Case Unary(Func<Tensor, Tensor> run) => new([s_two], -0.9, 0.9, t => run(t[0]));

    private static Case Positive(Func<Tensor, Tensor> run) => new([s_two], 0.3, 1.7, t => run(t[0]));

    private static Case Of(long[][] shapes, Func<Tensor[], Tensor> run) => new(shapes, -0.9, 0.9, run);
}
