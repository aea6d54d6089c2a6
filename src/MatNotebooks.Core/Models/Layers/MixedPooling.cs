using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// Mean, greatest value and attention side by side, mixed by a linear map. The greatest value of each number is a mean weighed by its
/// exponential, so that it is smooth and the same in a doubled cell.
/// </summary>
internal sealed class MixedPooling : ReadoutLayer
{
    private const double Sharpness = 5, Bound = 10; // exponents stay within ±10

    private readonly Linear atom, mix;
    private readonly AttentionPooling attention;

    public MixedPooling(int width)
        : base(nameof(MixedPooling))
    {
        (atom, mix, attention) = (nn.Linear(width, width), nn.Linear(3 * width, width), new(width));
        RegisterComponents();
    }

    public override Tensor Pool(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var values = nn.functional.silu(atom.call(atoms));
        var weights = ((values * (Sharpness / Bound)).tanh() * Bound).exp();
        var greatest = batch.SumByCrystal(values * weights) / batch.SumByCrystal(weights);
        return mix.call(cat([batch.SumByCrystal(values) / batch.AtomCounts, greatest, attention.Pool(atoms, batch)], 1));
    }
}
