using MatNotebooks.Models.Layers.Fused;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>What a network is told about each shell of equal edges.</summary>
/// <param name="places">The distance in steps from the first Gaussian of the ruler, (shells).</param>
/// <param name="centers">The ruler: where its Gaussians stand, in steps, (1, gaussians).</param>
internal sealed class EdgeAttributes(float[] places, Tensor centers)
{
    private Tensor? gaussians;
    private GaussianBands? bands;

    /// <summary>The distance as a part of how far this pair is heard, 0 to 1, (shells, 1).</summary>
    public required Tensor Reduced { get; init; }

    /// <summary>1 at distance 0, falling smoothly to 0 where the pair is no longer heard, (shells, 1).</summary>
    public required Tensor Envelope { get; init; }

    /// <summary>The envelope times the number of equal edges, (shells, 1).</summary>
    public required Tensor Weight { get; init; }

    /// <summary>The distance spread over Gaussians, (shells, gaussians); made when first asked for, to live as long as the rest.</summary>
    public Tensor Gaussians => gaussians ??= Spread().MoveToOtherDisposeScope(Envelope);

    /// <summary>The same Gaussians without those that are zero; made when first asked for.</summary>
    public GaussianBands Bands => bands ??= GaussianBands.Of(places, (int)centers.shape[1]);

    private Tensor Spread()
    {
        using var scope = NewDisposeScope();
        var away = tensor(places, [places.Length, 1], Envelope.dtype, Envelope.device) - centers;
        var far = away.abs() > GaussianBands.Half; // their exponentials would be denormals, which slow every product down
        return (away * away * -0.5).masked_fill(far, double.NegativeInfinity).exp().MoveToOuterDisposeScope();
    }
}
