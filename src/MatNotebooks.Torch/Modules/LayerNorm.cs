using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each sample less its mean over its standard deviation, over its last dimensions.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
            if (!elementwise_affine)
                return;
            weight = new Parameter(ones(normalized_shape, dtype, device));
            register_parameter(nameof(weight), weight);
            if (!bias)
                return;
            this.bias = new Parameter(zeros(normalized_shape, dtype, device));
            register_parameter(nameof(bias), this.bias);
        }

        /// <summary>Of the normalised shape, starts at 1; null unless affine.</summary>
        public Parameter? weight { get; }

        /// <summary>Of the normalised shape, starts at 0; null without.</summary>
        public Parameter? bias { get; }

        /// <summary>The last dimensions, over which it normalises.</summary>
        public long[] normalized_shape { get; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether it scales and shifts afterwards.</summary>
        public bool elementwise_affine { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, normalized_shape, weight, bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Layer normalisation over the last dimensions.</summary>
            public static Modules.LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null)
                => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Layer normalisation over the last dimension.</summary>
            public static Modules.LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null)
                => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}
