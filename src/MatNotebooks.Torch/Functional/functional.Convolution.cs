using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Slides weights along the last dimension: (batch, in, steps) by (out, in / groups, kernel) to (batch, out, steps').</summary>
            /// <param name="input">(batch, in, steps).</param>
            /// <param name="weight">(out, in / groups, kernel).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="stride">Steps from one place to the next; 1.</param>
            /// <param name="padding">Zeros on both ends; 0.</param>
            /// <param name="dilation">Steps between the weights; 1.</param>
            /// <param name="groups">Parts of the channels that do not see each other.</param>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
                => Aten.Call("conv1d", input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            /// <summary>The greatest value of each window along the last dimension: (batch, channels, steps).</summary>
            /// <param name="input">(batch, channels, steps).</param>
            /// <param name="kernel_size">Steps of a window.</param>
            /// <param name="stride">Steps from one window to the next; the size of a window.</param>
            /// <param name="padding">Steps of minus infinity on both ends; 0.</param>
            /// <param name="dilation">Steps between the elements of a window; 1.</param>
            /// <param name="ceil_mode">A last window that is not full counts.</param>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => Aten.Call("max_pool1d", input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, ceil_mode);
        }
    }
}
