namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A few numbers computed from an embedding, packed, and what it is guessed to be from them.</summary>
internal sealed class NumberCodec(IVectorMap encoder, NumberPacking packing, IVectorMap decoder) : ICodec
{
    public int BytesPerCrystal => packing.Bytes;

    public byte[] Encode(ReadOnlySpan<float> vector) => packing.Write(encoder.Apply(vector));

    public float[] Decode(ReadOnlySpan<byte> code) => decoder.Apply(packing.Read(code));

    /// <summary>Learns the packing from what the encoder makes of rows; the decoder is given.</summary>
    public static NumberCodec Of(IVectorMap encoder, IVectorMap decoder, float[][] rows, int width) => new(encoder, new(Map(encoder, rows), width), decoder);

    /// <summary>Learns the packing, and the decoder as the linear map that comes nearest to the rows from what was packed.</summary>
    public static NumberCodec WithLinearDecoder(IVectorMap encoder, float[][] rows, int width)
    {
        var packing = new NumberPacking(Map(encoder, rows), width);
        return new(encoder, packing, LeastSquares.Map([.. rows.Select(row => packing.Read(packing.Write(encoder.Apply(row))))], rows));
    }

    private static float[][] Map(IVectorMap map, float[][] rows)
    {
        var mapped = new float[rows.Length][];
        Parallel.For(0, rows.Length, row => mapped[row] = map.Apply(rows[row]));
        return mapped;
    }
}
