using TorchSharp.Native;

namespace TorchSharp;

// Tensors of a shape.
public static partial class torch
{
    /// <summary>Zeros, in a shape.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("zeros", size, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Zeros, in a shape.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => zeros(size.ToArray(), dtype, device, requires_grad);

    /// <summary>Zeros, in one dimension.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Zeros, in one dimension.</summary>
    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Zeros, in two dimensions.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Zeros, in two dimensions.</summary>
    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Zeros, in three dimensions.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Zeros, in three dimensions.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Zeros, in four dimensions.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Zeros, in four dimensions.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Zeros, in the shape, kind and place of another tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("zeros_like", input, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);

    /// <summary>Ones, in a shape.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("ones", size, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Ones, in a shape.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => ones(size.ToArray(), dtype, device, requires_grad);

    /// <summary>Ones, in one dimension.</summary>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Ones, in one dimension.</summary>
    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Ones, in two dimensions.</summary>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Ones, in two dimensions.</summary>
    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Ones, in three dimensions.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Ones, in three dimensions.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Ones, in four dimensions.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Ones, in four dimensions.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Ones, in the shape, kind and place of another tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("ones_like", input, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);

    /// <summary>Unset elements, in a shape.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("empty.memory_format", size, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Unset elements, in a shape.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => empty(size.ToArray(), dtype, device, requires_grad);

    /// <summary>Unset elements, in one dimension.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Unset elements, in one dimension.</summary>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { size }, dtype, device, requires_grad);

    /// <summary>Unset elements, in two dimensions.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Unset elements, in two dimensions.</summary>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { rows, columns }, dtype, device, requires_grad);

    /// <summary>Unset elements, in three dimensions.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Unset elements, in three dimensions.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad);

    /// <summary>Unset elements, in four dimensions.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Unset elements, in four dimensions.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad);

    /// <summary>Unset elements, in the shape, kind and place of another tensor.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("empty_like", input, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);

    /// <summary>Uniform numbers from 0 to 1, in a shape.</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Aten.Call("rand.generator", size, generator, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Uniform numbers from 0 to 1, in a shape.</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => rand(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in one dimension.</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { size }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in one dimension.</summary>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { size }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in two dimensions.</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { rows, columns }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in two dimensions.</summary>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { rows, columns }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in three dimensions.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in three dimensions.</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in four dimensions.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in four dimensions.</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator);

    /// <summary>Uniform numbers from 0 to 1, in the shape, kind and place of another tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("rand_like", input, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);

    /// <summary>Standard normal numbers, in a shape.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => Aten.Call("randn.generator", size, generator, dtype ?? s_defaultType, Argument.Default, device).requires_grad_(requires_grad);

    /// <summary>Standard normal numbers, in a shape.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randn(size.ToArray(), dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in one dimension.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { size }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in one dimension.</summary>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { size }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in two dimensions.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { rows, columns }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in two dimensions.</summary>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { rows, columns }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in three dimensions.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in three dimensions.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in four dimensions.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in four dimensions.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator);

    /// <summary>Standard normal numbers, in the shape, kind and place of another tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Aten.Call("randn_like", input, dtype ?? input.dtype, Argument.Default, device ?? input.device).requires_grad_(requires_grad);
}
