using System.Collections;
using TorchSharp.Native;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the processor, in the order of its shape whatever its strides.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
    }

    /// <summary>How many elements.</summary>
    public long Count => _tensor.numel();

    /// <summary>An element, by one index per dimension, or by one over the flattened tensor.</summary>
    /// <exception cref="ArgumentException">The number of indices is neither the number of dimensions nor 1.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is out of its range.</exception>
    public T this[params long[] indices]
    {
        get => *At(Offset(indices));
        set => *At(Offset(indices)) = value;
    }

    /// <summary>The elements, copied.</summary>
    public T[] ToArray()
    {
        var all = new T[Count];
        CopyTo(all.AsSpan());
        return all;
    }

    /// <summary>The elements copied to an array of as many dimensions.</summary>
    public Array ToNDArray()
    {
        var array = Array.CreateInstance(typeof(T), _shape);
        var flat = ToArray();
        Buffer.BlockCopy(flat, 0, array, 0, flat.Length * sizeof(T));
        return array;
    }

    /// <summary>The elements copied to an array, from a place in the tensor to a place in the array.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(arrayIndex), 0, tensorIndex);

    /// <summary>The elements copied to memory, from a place in the tensor on.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = checked((int)(Count - tensorIndex));
        var to = array[arrayIndex..];
        if (to.Length < count)
            throw new ArgumentException($"{to.Length} places are too few for {count} elements", nameof(array));
        if (_contiguous)
        {
            new ReadOnlySpan<T>(At(tensorIndex), count).CopyTo(to);
            return;
        }
        for (var i = 0; i < count; i++)
            to[i] = *At(FlatOffset(tensorIndex + i));
    }

    /// <summary>Elements of an array written into the tensor.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Elements of memory written into the tensor, from a place on.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var from = array[arrayIndex..];
        if (from.Length > Count - tensorIndex)
            throw new ArgumentException($"{from.Length} elements do not fit into {Count - tensorIndex} places", nameof(array));
        for (var i = 0; i < from.Length; i++)
            *At(_contiguous ? tensorIndex + i : FlatOffset(tensorIndex + i)) = from[i];
        Shim.shim_tensor_bump_version(_tensor.Handle); // or autograd would not see that a saved tensor changed
    }

    /// <summary>The elements one after the other.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor owns its memory.</summary>
    public void Dispose()
    {
    }

    private T* At(long offset) => (T*)_tensor.DataPointer() + offset;

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1)
            return FlatOffset(indices[0]);
        if (indices.Length != _shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor of {_shape.Length} dimensions", nameof(indices));
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            if ((ulong)indices[d] >= (ulong)_shape[d])
                throw new IndexOutOfRangeException($"Index {indices[d]} of dimension {d} is not from 0 to {_shape[d] - 1}");
            offset += indices[d] * _strides[d];
        }
        return offset;
    }

    private long FlatOffset(long index)
    {
        if ((ulong)index >= (ulong)Count)
            throw new IndexOutOfRangeException($"Index {index} is not from 0 to {Count - 1}");
        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += index % _shape[d] * _strides[d];
            index /= _shape[d];
        }
        return offset;
    }
}
