namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// The Gaussians of each distance that are not zero: of a ruler of Gaussians one step apart and one step wide, those further than
/// six steps away are below half a unit in the last place of single precision.
/// </summary>
internal sealed class GaussianBands
{
    /// <summary>How many steps away a Gaussian is heard.</summary>
    public const int Half = 6;

    private GaussianBands(float[] places, int gaussians)
    {
        Width = Math.Min(2 * Half, gaussians);
        First = new int[places.Length];
        Values = new float[places.Length * Width];
        for (var item = 0; item < places.Length; item++)
        {
            var first = (int)Math.Clamp(MathF.Floor(places[item]) - (Half - 1), 0, gaussians - Width);
            First[item] = first;
            for (var k = 0; k < Width; k++)
            {
                var away = places[item] - (first + k);
                Values[(item * Width) + k] = MathF.Abs(away) <= Half ? MathF.Exp(-0.5f * away * away) : 0;
            }
        }
    }

    /// <summary>Gaussians in a band.</summary>
    public int Width { get; }

    /// <summary>The first Gaussian of each item's band, (items).</summary>
    public int[] First { get; }

    /// <summary>The band of each item, (items × width).</summary>
    public float[] Values { get; }

    /// <summary>The bands of distances.</summary>
    /// <param name="places">Each distance in steps from the first Gaussian, (items).</param>
    /// <param name="gaussians">Gaussians on the ruler.</param>
    public static GaussianBands Of(float[] places, int gaussians) => new(places, gaussians);
}
