namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Product quantisation of the dimensions as they stand: one codebook of 256 words for each byte; never more bytes than dimensions.</summary>
public sealed record ProductQuantisationOperator() : CompressionOperator("product quantisation")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var (dimensions, groups) = (rows[0].Length, Math.Min(bytes, rows[0].Length));
        return ProductCodec.Of(
            rows, [.. Enumerable.Range(0, groups).Select(group => Enumerable.Range(0, dimensions).Where(place => place * groups / dimensions == group).ToArray())], seed);
    }
}
