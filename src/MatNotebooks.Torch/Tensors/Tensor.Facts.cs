using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // What a tensor is: shape, kind, place.
    public unsafe partial class Tensor
    {
        /// <summary>The size of each dimension.</summary>
        public long[] shape
        {
            get
            {
                var sizes = new long[Shim.shim_tensor_ndim(Handle)];
                fixed (long* to = sizes)
                    Shim.shim_tensor_sizes(Handle, to);
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>How many dimensions.</summary>
        public long Dimensions => Shim.shim_tensor_ndim(Handle);

        /// <summary>How many dimensions.</summary>
        public long ndim => Dimensions;

        /// <summary>How many elements.</summary>
        public long NumberOfElements => Shim.shim_tensor_numel(Handle);

        /// <summary>Bytes of one element.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>The kind of element.</summary>
        public ScalarType dtype => (ScalarType)Shim.shim_tensor_dtype(Handle);

        /// <summary>Where its memory is.</summary>
        public Device device
        {
            get
            {
                Shim.shim_tensor_device(Handle, out var type, out var index);
                return type == (int)DeviceType.CPU ? CPU : new Device((DeviceType)type, index);
            }
        }

        /// <summary>The kind of device its memory is on.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Which of its kind of device its memory is on.</summary>
        public int device_index => device.index;

        /// <summary>Whether its memory is on a GPU.</summary>
        public bool is_cuda => device.type == DeviceType.CUDA;

        /// <summary>How many dimensions.</summary>
        public long dim() => Dimensions;

        /// <summary>How many elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>Bytes of one element.</summary>
        public long element_size() => ElementSize;

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative counts from the end.</summary>
        public long size(int dim) => shape[Place(dim)];

        /// <summary>Whether its memory is the processor's.</summary>
        public bool is_cpu() => device.type == DeviceType.CPU;

        /// <summary>Whether the elements are real numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are whole numbers.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements lie one after the other in the order of the shape.</summary>
        public bool is_contiguous() => Shim.shim_tensor_is_contiguous(Handle) != 0;

        /// <summary>Whether the only element is not zero.</summary>
        public bool is_nonzero() => Aten.CallValue("is_nonzero", this).Int != 0;

        /// <summary>How many elements one step along each dimension skips.</summary>
        public long[] stride()
        {
            var strides = new long[Shim.shim_tensor_ndim(Handle)];
            fixed (long* to = strides)
                Failure.Check(Shim.shim_tensor_strides(Handle, to));
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>How many elements one step along a dimension skips.</summary>
        public long stride(int dim) => stride()[Place(dim)];

        /// <summary>Where in its storage the first element is, in elements.</summary>
        public long storage_offset() => Shim.shim_tensor_storage_offset(Handle);

        /// <summary>Kind, shape and place: <c>[3x4], type = Float32, device = cpu</c>.</summary>
        public override string ToString()
            => IsInvalid ? "[disposed]" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        private int Place(int dim)
        {
            var n = (int)Dimensions;
            return dim >= -n && dim < n ? (dim + n) % n : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"A tensor of {n} dimensions has dimensions {-n} to {n - 1}");
        }
    }
}
