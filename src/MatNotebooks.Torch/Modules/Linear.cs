using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x times weight transposed, plus bias: (..., in) to (..., out). Initial values are uniform within 1/√in.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Linear))
        {
            weight = new Parameter(empty(outputSize, inputSize, dtype, device));
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            register_parameter(nameof(weight), weight);
            if (!hasBias)
                return;
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            bias = new Parameter(empty(outputSize, dtype, device));
            nn.init.uniform_(bias, -bound, bound);
            register_parameter(nameof(bias), bias);
        }

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            this.weight = weight;
            register_parameter(nameof(weight), weight);
            this.bias = bias;
            if (bias is not null)
                register_parameter(nameof(bias), bias);
        }

        /// <summary>(out, in).</summary>
        public Parameter weight { get; }

        /// <summary>(out); null without.</summary>
        public Parameter? bias { get; }

        /// <summary>Features of the input.</summary>
        public long in_features => weight.shape[1];

        /// <summary>Features of the output.</summary>
        public long out_features => weight.shape[0];

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A linear layer: (..., inputSize) to (..., outputSize).</summary>
            public static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
                => new(inputSize, outputSize, hasBias, device, dtype);

            /// <summary>A linear layer of given weights.</summary>
            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}
