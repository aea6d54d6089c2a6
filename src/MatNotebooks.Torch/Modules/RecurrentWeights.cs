using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weights of a recurrent network, in the order and under the names libtorch gives them.</summary>
internal sealed class RecurrentWeights
{
    private readonly List<Tensor> _all = [];

    /// <param name="module">Whose parameters they become.</param>
    /// <param name="gates">Gates per cell: 4 for LSTM, 3 for GRU.</param>
    /// <param name="shape">The network.</param>
    /// <param name="device">Where.</param>
    /// <param name="dtype">The kind of element.</param>
    internal RecurrentWeights(nn.Module module, int gates, RecurrentShape shape, Device? device, ScalarType? dtype)
    {
        if (shape.Hidden < 1 || shape.Layers < 1)
            throw new ArgumentException($"A recurrent network needs a hidden size and layers of at least 1, not {shape.Hidden} and {shape.Layers}");
        var bound = 1 / Math.Sqrt(shape.Hidden);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            foreach (var suffix in shape.Bidirectional ? new[] { "", "_reverse" } : [""])
            {
                var width = layer == 0 ? shape.Input : shape.Hidden * shape.Directions;
                var names = new List<(string Name, long[] Size)> { ("weight_ih", [gates * shape.Hidden, width]), ("weight_hh", [gates * shape.Hidden, shape.Hidden]) };
                if (shape.Bias)
                    names.AddRange([("bias_ih", [gates * shape.Hidden]), ("bias_hh", [gates * shape.Hidden])]);
                foreach (var (name, size) in names)
                {
                    var parameter = new Parameter(empty(size, dtype, device));
                    nn.init.uniform_(parameter, -bound, bound);
                    module.register_parameter(string.Create(CultureInfo.InvariantCulture, $"{name}_l{layer}{suffix}"), parameter);
                    _all.Add(parameter);
                }
            }
        }
    }

    internal Tensor[] All => [.. _all];
}

/// <summary>What a recurrent network looks like.</summary>
internal sealed record RecurrentShape(long Input, long Hidden, long Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    internal long Directions => Bidirectional ? 2 : 1;

    /// <summary>Zeros to start from, when nothing is given.</summary>
    internal Tensor Start(Tensor input) => zeros(Directions * Layers, input.shape[BatchFirst ? 0 : 1], Hidden, input.dtype, input.device);
}
