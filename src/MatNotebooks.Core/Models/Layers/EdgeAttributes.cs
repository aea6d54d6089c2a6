using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>What a network is told about each shell of equal edges.</summary>
/// <param name="Gaussians">The distance spread over Gaussians, (shells, gaussians).</param>
/// <param name="Reduced">The distance as a part of how far this pair is heard, 0 to 1, (shells, 1).</param>
/// <param name="Envelope">1 at distance 0, falling smoothly to 0 where the pair is no longer heard, (shells, 1).</param>
/// <param name="Weight">The envelope times the number of equal edges, (shells, 1).</param>
internal sealed record EdgeAttributes(Tensor Gaussians, Tensor Reduced, Tensor Envelope, Tensor Weight);
