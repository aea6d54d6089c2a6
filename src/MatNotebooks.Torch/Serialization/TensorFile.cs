using static TorchSharp.torch;

namespace TorchSharp.Serialization;

/// <summary>
/// One tensor in TorchSharp's format: kind of element, number of dimensions and each size as LEB128, then the elements' bytes in
/// the order of the shape, little-endian.
/// </summary>
internal static class TensorFile
{
    private const int MostDimensions = 64;

    internal static void Write(Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((long)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape)
            writer.Encode(size);
        using var off = no_grad();
        using var scope = NewDisposeScope();
        writer.Flush();
        writer.BaseStream.Write(tensor.detach().cpu().contiguous().bytes);
    }

    /// <summary>A tensor read whole, on the processor.</summary>
    internal static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = empty(shape, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }

    /// <summary>Elements read over those of a tensor of the same shape, on any device.</summary>
    internal static void ReadInto(Tensor tensor, BinaryReader reader, string name)
    {
        using var read = Read(reader);
        if (!read.shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"'{name}' has shape [{string.Join(", ", read.shape)}] in the file and [{string.Join(", ", tensor.shape)}] in the module: build the module as it was when saved");
        using var off = no_grad();
        tensor.copy_(read);
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = reader.Decode();
        if (!Enum.IsDefined((ScalarType)type))
            throw new InvalidDataException($"Kind of element {type} is none: this is no saved tensor, or it is damaged");
        var dimensions = reader.Decode();
        if (dimensions > MostDimensions)
            throw new InvalidDataException($"{dimensions} dimensions are more than {MostDimensions}: this is no saved tensor, or it is damaged");
        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++)
            shape[d] = reader.Decode();
        return ((ScalarType)type, shape);
    }
}
