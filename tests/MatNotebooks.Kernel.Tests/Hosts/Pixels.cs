using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>What can be said of a picture without knowing what it shows.</summary>
/// <param name="Drawn">Share of pixels that are not of the most frequent colour | 0 to 1.</param>
/// <param name="Colors">Colours that differ by more than an eighth of full range.</param>
/// <param name="Lightness">Mean over all pixels | 0 black to 1 white.</param>
internal sealed record Pixels(double Drawn, int Colors, double Lightness)
{
    private const int Cell = 24; // pixels; details and letters average out

    internal static Pixels Of(PngImage image)
    {
        var counts = new Dictionary<int, int>();
        long sum = 0;
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var (red, green, blue) = image[x, y];
                sum += red + green + blue;
                var color = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
                counts[color] = counts.GetValueOrDefault(color) + 1;
            }
        double pixels = image.Width * image.Height;
        return new(1 - (counts.Values.Max() / pixels), counts.Values.Count(count => count >= 6), sum / (765 * pixels));
    }

    /// <summary>Mean difference of two pictures | 0 to 1, over the parts that are not paper in both, so that empty space does not hide a wrong figure.</summary>
    internal static double Difference(PngImage left, PngImage right)
    {
        var (sum, count) = (0.0, 0);
        for (var y = 0; y + Cell <= Math.Min(left.Height, right.Height); y += Cell)
            for (var x = 0; x + Cell <= Math.Min(left.Width, right.Width); x += Cell)
            {
                var (first, second) = (Mean(left, x, y), Mean(right, x, y));
                if (Math.Min(first.Red + first.Green + first.Blue, second.Red + second.Green + second.Blue) > 2.97) continue;
                sum += (Math.Abs(first.Red - second.Red) + Math.Abs(first.Green - second.Green) + Math.Abs(first.Blue - second.Blue)) / 3;
                count++;
            }
        return sum / Math.Max(1, count);
    }

    private static (double Red, double Green, double Blue) Mean(PngImage image, int left, int top)
    {
        var (red, green, blue) = (0.0, 0.0, 0.0);
        for (var y = top; y < top + Cell; y++)
            for (var x = left; x < left + Cell; x++)
            {
                var pixel = image[x, y];
                (red, green, blue) = (red + pixel.Red, green + pixel.Green, blue + pixel.Blue);
            }
        const double Scale = 1.0 / (255 * Cell * Cell);
        return (red * Scale, green * Scale, blue * Scale);
    }
}
