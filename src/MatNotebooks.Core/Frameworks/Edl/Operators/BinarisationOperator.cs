namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>One bit for the side of each of some random planes on which an embedding lies (Charikar, 2002): Hamming distances stand for angles. At most two planes for each dimension; read back by least squares.</summary>
public sealed record BinarisationOperator() : CompressionOperator("binarisation")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var planes = 8 * Math.Min(bytes, Math.Max(1, 2 * rows[0].Length / 8));
        var sides = new SideMap(LinearMap.Of(RandomProjectionOperator.Directions(planes, rows[0].Length, seed)));
        return new SideCodec(sides, LeastSquares.Map([.. rows.Select(row => sides.Apply(row))], rows), planes / 8);
    }

    /// <summary>1 on the one side of a plane, −1 on the other.</summary>
    private sealed class SideMap(LinearMap planes) : IVectorMap
    {
        public float[] Apply(ReadOnlySpan<float> vector) => [.. planes.Apply(vector).Select(height => height >= 0 ? 1f : -1f)];
    }

    private sealed class SideCodec(SideMap sides, LinearMap decoder, int bytes) : ICodec
    {
        public int BytesPerCrystal => bytes;

        public byte[] Encode(ReadOnlySpan<float> vector)
        {
            var (signs, code) = (sides.Apply(vector), new byte[bytes]);
            for (var plane = 0; plane < signs.Length; plane++)
                if (signs[plane] > 0) code[plane / 8] |= (byte)(1 << (plane % 8));
            return code;
        }

        public float[] Decode(ReadOnlySpan<byte> code)
        {
            var signs = new float[8 * bytes];
            for (var plane = 0; plane < signs.Length; plane++) signs[plane] = (code[plane / 8] & (1 << (plane % 8))) != 0 ? 1 : -1;
            return decoder.Apply(signs);
        }
    }
}
