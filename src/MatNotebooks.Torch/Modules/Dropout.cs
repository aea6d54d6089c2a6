using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>While learning, elements set to 0 with a probability and the others scaled up; when used, nothing.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        /// <summary>The probability, from 0 to 1.</summary>
        public double p { get; set; }

        /// <summary>Whether it writes over its input.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Dropout with a probability, from 0 to 1.</summary>
            public static Modules.Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}
