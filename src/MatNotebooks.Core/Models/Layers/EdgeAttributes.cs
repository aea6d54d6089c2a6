using MatNotebooks.Models.Layers.Fused;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>What a network is told about each shell of equal edges.</summary>
/// <param name="spread">Where the distances stand on the ruler of Gaussians.</param>
internal sealed class EdgeAttributes(EdgeSpread spread)
{
    private Tensor? gaussians;
    private GaussianBands? bands;

    /// <summary>Whether C#'s loops can read the attributes, to which they give no gradient.</summary>
    public bool IsOnHost => spread.IsOnHost && !Fades;

    /// <summary>Whether edges are there only in part (<see cref="BatchEdges.Fades"/>).</summary>
    public bool Fades { get; init; }

    /// <summary>The distance as a part of how far this pair is heard, 0 to 1, (shells, 1).</summary>
    public required Tensor Reduced { get; init; }

    /// <summary>1 at distance 0, falling smoothly to 0 where the pair is no longer heard, (shells, 1).</summary>
    public required Tensor Envelope { get; init; }

    /// <summary>The envelope times the number of equal edges, (shells, 1).</summary>
    public required Tensor Weight { get; init; }

    /// <summary>The distance spread over Gaussians, (shells, gaussians); made when first asked for, to live as long as the rest.</summary>
    public Tensor Gaussians => gaussians ??= spread.Gaussians(Envelope).MoveToOtherDisposeScope(Envelope);

    /// <summary>The same Gaussians without those that are zero; made when first asked for.</summary>
    public GaussianBands Bands => bands ??= spread.Bands();
}
