using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The module that a <see cref="Normalization"/> stands for.</summary>
internal static class NormLayer
{
    /// <summary>Normalises rows of a width.</summary>
    public static nn.Module<Tensor, Tensor> Of(Normalization normalization, int width) => normalization switch
    {
        Normalization.Batch => nn.BatchNorm1d(width),
        Normalization.Layer => nn.LayerNorm(width),
        _ => nn.Identity(),
    };
}
