namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Numbers made of an embedding, each rounded to levels of its own and written with its own number of bits, one behind the other.</summary>
/// <param name="encoder">Makes the numbers.</param>
/// <param name="levels">The levels of each number, (numbers).</param>
/// <param name="bits">Bits of each number, 0 to 8, (numbers).</param>
/// <param name="decoder">What they stand for.</param>
internal sealed class BitCodec(IVectorMap encoder, ScalarLevels[] levels, int[] bits, IVectorMap decoder) : ICodec
{
    public int BytesPerCrystal { get; } = Math.Max(1, (bits.Sum() + 7) / 8);

    /// <summary>Bits of each number, (numbers).</summary>
    public IReadOnlyList<int> Bits => bits;

    public byte[] Encode(ReadOnlySpan<float> vector)
    {
        var (numbers, code, at) = (encoder.Apply(vector), new byte[BytesPerCrystal], 0);
        for (var number = 0; number < bits.Length; at += bits[number++])
        {
            if (bits[number] == 0) continue;
            var level = levels[number].Nearest(numbers[number]) << (at % 8);
            code[at / 8] |= (byte)level;
            if (level > byte.MaxValue) code[(at / 8) + 1] |= (byte)(level >> 8);
        }
        return code;
    }

    public float[] Decode(ReadOnlySpan<byte> code)
    {
        var (numbers, at) = (new float[bits.Length], 0);
        for (var number = 0; number < bits.Length; at += bits[number++])
        {
            var both = bits[number] == 0 ? 0 : code[at / 8] | ((at / 8) + 1 < code.Length ? code[(at / 8) + 1] << 8 : 0);
            numbers[number] = levels[number].Value((both >> (at % 8)) & ((1 << bits[number]) - 1));
        }
        return decoder.Apply(numbers);
    }
}
