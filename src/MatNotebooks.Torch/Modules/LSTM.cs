using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A long short-term memory: (steps, batch, in) and the state before to (steps, batch, hidden) and the state after.</summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentShape _shape;
        private readonly RecurrentWeights _weights;

        internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype)
            : base(nameof(LSTM)) => (_shape, _weights) = (shape, new RecurrentWeights(this, 4, shape, device, dtype));

        /// <inheritdoc/>
        public override (Tensor, Tensor, Tensor) forward(Tensor input1, (Tensor, Tensor)? input2 = null)
        {
            var (h, c) = input2 ?? (_shape.Start(input1), _shape.Start(input1));
            return Native.Aten.Call3("lstm.input", input1, new[] { h, c }, _weights.All, _shape.Bias, _shape.Layers, _shape.Dropout, training, _shape.Bidirectional, _shape.BatchFirst);
        }

        /// <summary>Runs it; without a state before it starts from zeros. Gives output, hidden state and cell state.</summary>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A long short-term memory.</summary>
            /// <param name="inputSize">Features of the input.</param>
            /// <param name="hiddenSize">Features of the state.</param>
            /// <param name="numLayers">Layers.</param>
            /// <param name="bias">With biases.</param>
            /// <param name="batchFirst">(batch, steps, ...) instead of (steps, batch, ...).</param>
            /// <param name="dropout">Between layers.</param>
            /// <param name="bidirectional">Both ways.</param>
            /// <param name="device">Where.</param>
            /// <param name="dtype">The kind of element.</param>
            public static Modules.LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null)
                => new(new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
