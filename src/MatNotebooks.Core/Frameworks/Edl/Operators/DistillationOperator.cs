namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>
/// Relational distillation (Park et al., CVPR 2019): a small student whose few numbers keep the distances that the teacher's embeddings have among
/// each other; read back by least squares. Bytes as for principal components.
/// </summary>
public sealed record DistillationOperator() : CompressionOperator("distillation")
{
    /// <summary>Steps of training on 256 crystals each, at least 1. The default is 600.</summary>
    public int Steps { get; init; } = 600;

    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        var (student, _) = new NarrowTraining(numbers, Steps, (network, batch, _) =>
        {
            var (wanted, shown) = (Distances(batch), Distances(network.Encode(batch).Mean));
            return (shown - wanted).square().mean() / wanted.square().mean();
        }).Run(rows, seed);
        return NumberCodec.WithLinearDecoder(student, rows, width);
    }

    // Squared distances by the products of rows; 1e-6 keeps the root's slope finite where two are one.
    private static TorchSharp.torch.Tensor Distances(TorchSharp.torch.Tensor rows)
    {
        var squares = rows.square().sum(1, keepdim: true);
        return (squares + squares.t() - (rows.matmul(rows.t()) * 2)).clamp_min(1e-6).sqrt();
    }
}
