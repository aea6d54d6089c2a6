using TorchSharp.Native;

namespace TorchSharp;

// Tensors by a rule.
public static partial class torch
{
    /// <summary>One number everywhere, in a shape. Whole for a whole number, unless a kind is stated.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("full", size, value, dtype ?? KindOf(value), Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>One number everywhere, in a shape.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => full(size.ToArray(), value, dtype, device, requires_grad);

    /// <summary>One number everywhere, in one dimension.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => full(new long[] { size }, value, dtype, device, requires_grad);

    /// <summary>One number everywhere, in two dimensions.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => full(new long[] { rows, columns }, value, dtype, device, requires_grad);

    /// <summary>One number everywhere, in the shape, kind and place of another tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("full_like", input, value, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);

    /// <summary>Numbers from start up to, not including, stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var type = dtype ?? (start.Type == ScalarType.Float64 || stop.Type == ScalarType.Float64 || step.Type == ScalarType.Float64 ? s_defaultType : ScalarType.Int64);
        return Aten.Call("arange.start_step", start, stop, step, type, Argument.Default, device).requires_grad_(requires_grad);
    }

    /// <summary>Numbers from start up to, not including, stop, in steps of 1.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from 0 up to, not including, stop, in steps of 1.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>So many numbers from start to end, both included, evenly spaced.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("linspace", start, end, steps, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>The identity matrix, or ones on the diagonal of a rectangle.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("eye.m", rows, columns < 0 ? rows : columns, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Whole numbers from 0 up to, not including, high, drawn at random.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from low up to, not including, high, drawn at random.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Aten.Call("randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>The whole numbers below n in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Aten.Call("randperm.generator", n, generator, dtype ?? ScalarType.Int64, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Normal numbers, in a shape.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var result = empty(size.ToArray(), dtype, device);
        return result.normal_(mean, std, generator).requires_grad_(requires_grad);
    }

    private static ScalarType KindOf(Scalar value) => value.Type == ScalarType.Float64 ? s_defaultType : value.Type;
}
