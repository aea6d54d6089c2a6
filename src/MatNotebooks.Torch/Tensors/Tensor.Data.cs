using System.Runtime.InteropServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    // Elements in and out.
    public unsafe partial class Tensor
    {
        /// <summary>
        /// The raw bytes of a contiguous tensor on the processor: no copy. Writing here goes past the checks of autograd.
        /// </summary>
        /// <exception cref="NotSupportedException">The tensor is on another device, not contiguous, or over 2 GiB.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (!is_cpu() || !is_contiguous())
                    throw new NotSupportedException($"Bytes are those of a contiguous tensor on the processor, not of {this}: call cpu() and contiguous() first");
                return new Span<byte>(DataPointer(), checked((int)(numel() * ElementSize)));
            }
        }

        /// <summary>The elements, to read and to write; those of a tensor on a GPU are a copy.</summary>
        /// <exception cref="ArgumentException">T is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(is_cpu() ? this : cpu());
        }

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">There is not exactly one, or T is not its type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw new ArgumentException($"item() is for one element, not for a tensor of shape [{string.Join(", ", shape)}]: index it first");
            ValidateType(typeof(T));
            if (!is_cpu())
            {
                using var here = cpu();
                return *(T*)here.DataPointer();
            }
            return *(T*)DataPointer();
        }

        /// <summary>The only element, as a scalar.</summary>
        public Scalar ToScalar()
        {
            var value = Aten.CallValue("item", this);
            return new Scalar(value.Tag, value.Int);
        }

        /// <summary>The only element.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The only element.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The only element.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The only element.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The only element.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor of no dimensions.</summary>
        public static implicit operator Tensor(Scalar scalar) => Aten.Call("scalar_tensor", scalar, scalar.Type == ScalarType.Float64 ? s_defaultType : scalar.Type);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor of one dimension.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>The address of the first element.</summary>
        internal void* DataPointer()
        {
            Failure.Check(Shim.shim_tensor_data(Handle, out var data));
            return (void*)data;
        }

        /// <summary>A contiguous tensor's elements without a copy, for kernels written in C#.</summary>
        internal Span<T> Elements<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return MemoryMarshal.Cast<byte, T>(bytes);
        }

        internal void ValidateType(Type type)
        {
            if (ScalarTypeExtensions.Of(type) != dtype)
                throw new ArgumentException($"A tensor of {dtype} has no elements of type {type.Name}: convert it with to_type first");
        }
    }
}

/// <summary>The only element of a tensor, converted; saving; becoming a parameter.</summary>
public static class TensorExtensionMethods
{
    /// <summary>Its value in single precision.</summary>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    /// <summary>Its value in double precision.</summary>
    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    /// <summary>Its value as a 32-bit whole number.</summary>
    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    /// <summary>Its value as a 64-bit whole number.</summary>
    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    /// <summary>Whether it is not zero.</summary>
    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>Saves the tensor to a stream, which stays open, in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Saves the tensor, in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => Serialization.TensorFile.Write(tensor, writer);

    /// <summary>A parameter that takes over the tensor's memory.</summary>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
}
