namespace TorchSharp.Serialization;

/// <summary>Whole numbers of at least 0 in as few bytes as they need: seven bits each, the eighth says whether more follow.</summary>
internal static class Leb128
{
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7f; value >>= 7)
            writer.Write((byte)((value & 0x7f) | 0x80));
        writer.Write((byte)value);
    }

    /// <exception cref="InvalidDataException">More than nine bytes: no count is so long.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = reader.ReadByte();
            value |= (next & 0x7fL) << shift;
            if ((next & 0x80) == 0)
                return value;
        }
        throw new InvalidDataException("A count in the file is longer than nine bytes: this is no saved tensor or module, or it is damaged");
    }
}
