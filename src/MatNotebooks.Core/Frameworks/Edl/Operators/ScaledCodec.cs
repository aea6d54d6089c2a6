namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A codec of scaled rows as one of embeddings.</summary>
internal sealed class ScaledCodec(EmbeddingScale scale, ICodec inner) : ICodec
{
    public int BytesPerCrystal => inner.BytesPerCrystal;

    /// <summary>The scale.</summary>
    public EmbeddingScale Scale => scale;

    /// <summary>The codec of scaled rows.</summary>
    public ICodec Inner => inner;

    public byte[] Encode(ReadOnlySpan<float> vector) => vector.Length == scale.Means.Length
        ? inner.Encode(scale.Apply(vector))
        : throw new ArgumentException($"The vector has {vector.Length} numbers; the code was learned from {scale.Means.Length}.");

    public float[] Decode(ReadOnlySpan<byte> code) => code.Length == BytesPerCrystal
        ? scale.Undo(inner.Decode(code))
        : throw new ArgumentException($"The code has {code.Length} bytes; codes of this kind have {BytesPerCrystal}.");
}
