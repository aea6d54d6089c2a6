using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // To another kind of element or another device.
    public partial class Tensor
    {
        /// <summary>On the processor: a copy, unless it is there already.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>On a GPU: a copy, unless it is there already.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA, non_blocking: non_blocking);

        /// <summary>In another kind of element; without a copy when it is of that kind, unless one is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => After(Aten.Call("to.dtype", this, type, non_blocking, copy), disposeAfter);

        /// <summary>In another kind of element; without a copy when it is of that kind, unless one is asked for.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>On another device; without a copy when it is there, unless one is asked for.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to(dtype, device, copy, disposeAfter, non_blocking);

        /// <summary>On another device, such as <c>cuda:0</c>.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>In another kind of element, on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => After(Aten.Call("to.device", this, device, type, non_blocking, copy), disposeAfter);

        /// <summary>In the kind of element and on the device of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);

        /// <summary>In another kind of element.</summary>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>In the kind of element of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>In single precision.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>In double precision.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>As 64-bit whole numbers.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As truth values.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        private Tensor After(Tensor result, bool dispose)
        {
            if (dispose)
                Dispose();
            return result;
        }
    }
}
