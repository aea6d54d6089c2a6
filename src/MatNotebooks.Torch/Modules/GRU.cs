using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A gated recurrent unit: (steps, batch, in) and the state before to (steps, batch, hidden) and the state after.</summary>
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentShape _shape;
        private readonly RecurrentWeights _weights;

        internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype)
            : base(nameof(GRU)) => (_shape, _weights) = (shape, new RecurrentWeights(this, 3, shape, device, dtype));

        /// <inheritdoc/>
        public override (Tensor, Tensor) forward(Tensor input1, Tensor? input2 = null)
            => Native.Aten.Call2("gru.input", input1, input2 ?? _shape.Start(input1), _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional, _shape.BatchFirst);

        /// <summary>Runs it; without a state before it starts from zeros. Gives output and state.</summary>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A gated recurrent unit.</summary>
            /// <param name="inputSize">Features of the input.</param>
            /// <param name="hiddenSize">Features of the state.</param>
            /// <param name="numLayers">Layers.</param>
            /// <param name="bias">With biases.</param>
            /// <param name="batchFirst">(batch, steps, ...) instead of (steps, batch, ...).</param>
            /// <param name="dropout">Between layers.</param>
            /// <param name="bidirectional">Both ways.</param>
            /// <param name="device">Where.</param>
            /// <param name="dtype">The kind of element.</param>
            public static Modules.GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
                => new(new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
