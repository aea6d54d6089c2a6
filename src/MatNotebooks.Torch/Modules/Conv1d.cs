using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Weights slid along the last dimension: (batch, in, steps) to (batch, out, steps'). Initial values are uniform within 1/√(in · kernel).</summary>
    public sealed class Conv1d : nn.Module<Tensor, Tensor>
    {
        private readonly long _stride;
        private readonly long _padding;
        private readonly long _dilation;

        internal Conv1d((long In, long Out, long Kernel) size, long stride, long padding, long dilation, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d))
        {
            if (size.In < 1 || size.Out < 1 || size.Kernel < 1)
                throw new ArgumentException($"A convolution needs channels and a kernel of at least 1, not {size.In} to {size.Out} channels and a kernel of {size.Kernel}");
            (_stride, _padding, _dilation) = (stride, padding, dilation);
            weight = new Parameter(empty([size.Out, size.In, size.Kernel], dtype, device));
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            register_parameter(nameof(weight), weight);
            if (!bias)
                return;
            var bound = 1 / Math.Sqrt(size.In * size.Kernel);
            this.bias = new Parameter(empty(size.Out, dtype, device));
            nn.init.uniform_(this.bias, -bound, bound);
            register_parameter(nameof(bias), this.bias);
        }

        /// <summary>(out, in, kernel).</summary>
        public Parameter weight { get; }

        /// <summary>(out); null without.</summary>
        public Parameter? bias { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.conv1d(input, weight, bias, _stride, _padding, _dilation);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution along the last dimension.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Steps each output sees.</param>
            /// <param name="stride">Steps from one output to the next.</param>
            /// <param name="padding">Zeros on both ends.</param>
            /// <param name="dilation">Steps between the weights.</param>
            /// <param name="bias">With a bias.</param>
            /// <param name="device">Where.</param>
            /// <param name="dtype">The kind of element.</param>
            public static Modules.Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, bool bias = true, Device? device = null, ScalarType? dtype = null)
                => new((in_channels, out_channels, kernel_size), stride, padding, dilation, bias, device, dtype);
        }
    }
}
