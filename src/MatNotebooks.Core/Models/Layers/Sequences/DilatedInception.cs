using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Causal convolutions of several lengths side by side, each giving an equal part of a filter and of the gate it goes through.</summary>
internal sealed class DilatedInception : nn.Module<Tensor, Tensor>
{
    private static readonly int[] Kernels = [2, 3, 6, 7]; // as published

    private readonly Part[] parts;
    private readonly Parameter bias;
    private readonly int width, dilation;

    public DilatedInception(int width, int dilation)
        : base(nameof(DilatedInception))
    {
        (this.width, this.dilation) = (width, dilation);
        parts = [.. Kernels.Select(kernel => new Part(kernel, width, width / Kernels.Length))];
        bias = new(zeros(2 * width));
        foreach (var part in parts) register_module($"kernel{part.Taps}", part);
        RegisterComponents();
    }

    /// <summary>What the width must be a multiple of.</summary>
    public static int Parts => Kernels.Length;

    /// <summary>tanh of the filter times σ of the gate, (rows, steps, width) to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        var taps = CausalTaps.Of(input, Kernels[^1], dilation);
        var reach = taps.shape[2] / width;
        var weight = cat([.. parts.Select(part => part.Reaching(part.Filter, reach)), .. parts.Select(part => part.Reaching(part.Gate, reach))], 1);
        var halves = (taps.matmul(weight) + bias).chunk(2, 2);
        return halves[0].tanh() * halves[1].sigmoid();
    }

    /// <summary>The weights of one length.</summary>
    private sealed class Part : nn.Module
    {
        private readonly Parameter filter, gate;

        public Part(int taps, int width, int outputs)
            : base(nameof(Part))
        {
            Taps = taps;
            (filter, gate) = (CausalTaps.Weights(taps, width, outputs), CausalTaps.Weights(taps, width, outputs));
            RegisterComponents();
        }

        public int Taps { get; }

        public Tensor Filter => filter;

        public Tensor Gate => gate;

        /// <summary>Weights for so many taps: cut off, or filled up with zeros.</summary>
        public Tensor Reaching(Tensor weights, long taps)
        {
            var rows = weights.shape[0] / Taps * taps;
            return rows <= weights.shape[0]
                ? weights.narrow(0, 0, rows)
                : cat([weights, zeros(rows - weights.shape[0], weights.shape[1], weights.dtype, weights.device)], 0);
        }
    }
}
