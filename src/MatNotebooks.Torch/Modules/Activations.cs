using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each element, but at least 0.</summary>
    public sealed class ReLU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal ReLU(bool inplace)
            : base(nameof(ReLU))
            => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.relu(input, _inplace);
    }

    /// <summary>x times sigmoid(x) of each element.</summary>
    public sealed class SiLU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal SiLU(bool inplace)
            : base(nameof(SiLU))
            => _inplace = inplace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.silu(input, _inplace);
    }

    /// <summary>x times the normal distribution function of x, of each element.</summary>
    public sealed class GELU : nn.Module<Tensor, Tensor>
    {
        internal GELU()
            : base(nameof(GELU))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.gelu(input);
    }

    /// <summary>x times tanh(softplus(x)) of each element.</summary>
    public sealed class Mish : nn.Module<Tensor, Tensor>
    {
        internal Mish()
            : base(nameof(Mish))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.mish(input);
    }

    /// <summary>1 / (1 + exp(-x)) of each element.</summary>
    public sealed class Sigmoid : nn.Module<Tensor, Tensor>
    {
        internal Sigmoid()
            : base(nameof(Sigmoid))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.sigmoid();
    }

    /// <summary>Hyperbolic tangent of each element.</summary>
    public sealed class Tanh : nn.Module<Tensor, Tensor>
    {
        internal Tanh()
            : base(nameof(Tanh))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.tanh();
    }

    /// <summary>log(1 + exp(beta x)) / beta of each element.</summary>
    public sealed class Softplus : nn.Module<Tensor, Tensor>
    {
        private readonly double _beta;
        private readonly double _threshold;

        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus))
            => (_beta, _threshold) = (beta, threshold);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softplus(input, _beta, _threshold);
    }

    /// <summary>x above 0, a small share of x below.</summary>
    public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
    {
        private readonly double _negative_slope;

        internal LeakyReLU(double negative_slope)
            : base(nameof(LeakyReLU))
            => _negative_slope = negative_slope;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, _negative_slope);
    }

    /// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
    public sealed class ELU : nn.Module<Tensor, Tensor>
    {
        private readonly double _alpha;

        internal ELU(double alpha)
            : base(nameof(ELU))
            => _alpha = alpha;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.elu(input, _alpha);
    }

    /// <summary>exp over the sum of exp along a dimension.</summary>
    public sealed class Softmax : nn.Module<Tensor, Tensor>
    {
        private readonly long _dim;

        internal Softmax(long dim)
            : base(nameof(Softmax))
            => _dim = dim;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.softmax(_dim);
    }

    /// <summary>Its input.</summary>
    public sealed class Identity : nn.Module<Tensor, Tensor>
    {
        internal Identity()
            : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.alias();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each element, but at least 0.</summary>
            public static Modules.ReLU ReLU(bool inplace = false) => new(inplace);

            /// <summary>x times sigmoid(x) of each element.</summary>
            public static Modules.SiLU SiLU(bool inplace = false) => new(inplace);

            /// <summary>x times the normal distribution function of x, of each element.</summary>
            public static Modules.GELU GELU() => new();

            /// <summary>x times tanh(softplus(x)) of each element.</summary>
            public static Modules.Mish Mish() => new();

            /// <summary>1 / (1 + exp(-x)) of each element.</summary>
            public static Modules.Sigmoid Sigmoid() => new();

            /// <summary>Hyperbolic tangent of each element.</summary>
            public static Modules.Tanh Tanh() => new();

            /// <summary>log(1 + exp(beta x)) / beta of each element.</summary>
            public static Modules.Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            /// <summary>x above 0, a small share of x below.</summary>
            public static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01) => new(negative_slope);

            /// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
            public static Modules.ELU ELU(double alpha = 1.0) => new(alpha);

            /// <summary>exp over the sum of exp along a dimension.</summary>
            public static Modules.Softmax Softmax(long dim) => new(dim);

            /// <summary>Its input.</summary>
            public static Modules.Identity Identity() => new();
        }
    }
}
