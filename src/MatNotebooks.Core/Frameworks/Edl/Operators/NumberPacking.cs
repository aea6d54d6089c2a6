using System.Buffers.Binary;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Numbers as 1, 2 or 4 bytes each: even steps over the range they were seen in (1 or 2 bytes), or float32.</summary>
internal sealed class NumberPacking
{
    private readonly float[] least, range;
    private readonly int width;

    /// <summary>Learns the ranges.</summary>
    /// <param name="rows">Numbers as they come, (rows)(numbers).</param>
    /// <param name="width">Bytes of a number: 1, 2 or 4.</param>
    public NumberPacking(IReadOnlyList<float[]> rows, int width)
    {
        this.width = width;
        var places = Enumerable.Range(0, rows[0].Length).ToArray();
        least = [.. places.Select(place => rows.Min(row => row[place]))];
        range = [.. places.Select(place => Math.Max(1e-12f, rows.Max(row => row[place]) - least[place]))];
    }

    public int Bytes => width * least.Length;

    /// <summary>How many numbers of how many bytes a budget holds: as many numbers as there are, then longer ones.</summary>
    public static (int Numbers, int Width) Plan(int bytes, int most)
    {
        var numbers = Math.Min(bytes, most);
        return (numbers, (bytes / numbers) switch { >= 4 => 4, >= 2 => 2, _ => 1 });
    }

    public byte[] Write(ReadOnlySpan<float> numbers)
    {
        var code = new byte[Bytes];
        for (var place = 0; place < numbers.Length; place++)
        {
            var part = Math.Clamp((numbers[place] - least[place]) / range[place], 0, 1);
            if (width == 1) code[place] = (byte)MathF.Round(part * byte.MaxValue);
            else if (width == 2) BinaryPrimitives.WriteUInt16LittleEndian(code.AsSpan(2 * place), (ushort)MathF.Round(part * ushort.MaxValue));
            else BinaryPrimitives.WriteSingleLittleEndian(code.AsSpan(4 * place), numbers[place]);
        }
        return code;
    }

    public float[] Read(ReadOnlySpan<byte> code)
    {
        var numbers = new float[least.Length];
        for (var place = 0; place < numbers.Length; place++)
            numbers[place] = width switch
            {
                1 => least[place] + (range[place] * code[place] / byte.MaxValue),
                2 => least[place] + (range[place] * BinaryPrimitives.ReadUInt16LittleEndian(code[(2 * place)..]) / ushort.MaxValue),
                _ => BinaryPrimitives.ReadSingleLittleEndian(code[(4 * place)..]),
            };
        return numbers;
    }
}
