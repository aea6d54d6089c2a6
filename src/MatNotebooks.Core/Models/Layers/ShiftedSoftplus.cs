using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>ln(½ eˣ + ½): softplus, moved to be 0 at 0.</summary>
internal static class ShiftedSoftplus
{
    private static readonly double Shift = Math.Log(2);

    public static Tensor Of(Tensor input) => input.softplus() - Shift;
}
