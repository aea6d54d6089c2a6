namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A β-VAE (Higgins et al., ICLR 2017): the autoencoder with noise at its narrow place, and β for what that place says; the code is the mean. Bytes as for principal components.</summary>
public sealed record VariationalOperator() : CompressionOperator("beta-vae")
{
    /// <summary>Steps of training on 256 crystals each, at least 1. The default is 600.</summary>
    public int Steps { get; init; } = 600;

    /// <summary>β, the weight of the divergence from the standard normal, at least 0. The default is 0.1.</summary>
    public double Beta { get; init; } = 0.1;

    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        var (encoder, decoder) = Train(rows, numbers, seed);
        return NumberCodec.Of(encoder, decoder, rows, width);
    }

    /// <summary>Trains the network on scaled rows.</summary>
    internal (IVectorMap Encoder, IVectorMap Decoder) Train(float[][] rows, int numbers, int seed) => new NarrowTraining(numbers, Steps, (network, batch, noise) =>
    {
        var (mean, logVariance) = network.Encode(batch);
        var missed = (network.Decode(mean + ((logVariance / 2).exp() * noise)) - batch).square().sum();
        var divergence = (mean.square() + logVariance.exp() - logVariance - 1).sum() / 2;
        return (missed + (divergence * Beta)) / batch.shape[0] / batch.shape[1];
    }).Run(rows, seed);
}
