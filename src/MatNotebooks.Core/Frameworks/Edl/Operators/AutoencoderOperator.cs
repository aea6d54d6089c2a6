namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>An autoencoder with one hidden layer on each side of its narrow place, trained for the squared error. Bytes as for principal components.</summary>
public sealed record AutoencoderOperator() : CompressionOperator("autoencoder")
{
    /// <summary>Steps of training on 256 crystals each, at least 1. The default is 600.</summary>
    public int Steps { get; init; } = 600;

    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (numbers, width) = NumberPacking.Plan(bytes, rows[0].Length);
        var (encoder, decoder) = new NarrowTraining(numbers, Steps, (network, batch, _) => (network.Decode(network.Encode(batch).Mean) - batch).square().mean()).Run(rows, seed);
        return NumberCodec.Of(encoder, decoder, rows, width);
    }
}
