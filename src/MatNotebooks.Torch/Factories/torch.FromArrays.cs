namespace TorchSharp;

// Tensors from arrays of C#.
public static partial class torch
{
    /// <summary>A number without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false)
        => From<float>([scalar], [], null, device, requires_grad);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<float>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<float>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in a shape.</summary>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list, in three dimensions.</summary>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of memory, in a shape.</summary>
    public static Tensor tensor(Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<float>(rawArray.Span, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A number without dimensions, Float64 unless a kind is stated.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<double>([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<double>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<double>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list, in three dimensions.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of memory, in a shape.</summary>
    public static Tensor tensor(Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<double>(rawArray.Span, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A number without dimensions, Int64 unless a kind is stated.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<long>([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<long>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(long[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<long>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in a shape.</summary>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list, in three dimensions.</summary>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of memory, in a shape.</summary>
    public static Tensor tensor(Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<long>(rawArray.Span, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A number without dimensions. It is Int32.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false)
        => From<int>([scalar], [], null, device, requires_grad);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<int>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<int>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in a shape.</summary>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of a list, in three dimensions.</summary>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A number without dimensions, Bool unless a kind is stated.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<bool>([scalar], [], dtype, device, requires_grad);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<bool>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<bool>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in a shape.</summary>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A copy of an array, in one dimension.</summary>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<byte>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>A copy of an array, in a shape.</summary>
    public static Tensor tensor(byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => From<byte>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in one dimension.</summary>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A copy of a list, in a shape.</summary>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a list, in two dimensions.</summary>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => tensor(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);

    /// <summary>A copy of an array of two dimensions.</summary>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of an array's elements.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) => tensor(rawArray, dtype, device);

    /// <summary>A copy of an array of any number of dimensions, in its shape.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A copy of an array of any number of dimensions, in its shape.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false)
    {
        var shape = Enumerable.Range(0, rawArray.Rank).Select(d => (long)rawArray.GetLength(d)).ToArray();
        var result = empty(shape, ScalarTypeExtensions.Of(rawArray.GetType().GetElementType()!));
        ref var first = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(rawArray);
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref first, result.bytes.Length).CopyTo(result.bytes);
        return Finish(result, dtype, device, requires_grad);
    }

    private static Tensor From<T>(ReadOnlySpan<T> elements, long[] shape, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        if (count != elements.Length)
            throw new ArgumentException($"{elements.Length} elements do not fill the shape [{string.Join(", ", shape)}], which has {count}");
        var result = empty(shape, ScalarTypeExtensions.Of(typeof(T)));
        elements.CopyTo(result.Elements<T>());
        return Finish(result, dtype, device, requires_grad);
    }

    private static Tensor Finish(Tensor made, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var type = dtype ?? made.dtype;
        var place = device ?? CPU;
        if (type != made.dtype || place.type != DeviceType.CPU)
            made = made.to(type, place, disposeAfter: true);
        return made.requires_grad_(requires_grad);
    }
}
