using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>Every figure is really drawn, with no network, and looks like its static picture.</summary>
public sealed partial class BrowserTests
{
    private const int Cell = 24;              // pixels; details and letters average out

    // Of full range, on average over a figure. Measured: charts 0.02 at most, crystals, which light and shadow shade, 0.06; 0.19 for a mirrored one.
    private const double MostDifferent = 0.03;
    private const double MostDifferentCrystal = 0.1;

    [ChromiumFact]
    public void Every_figure_is_drawn_whatever_the_host_does_to_it()
    {
        var dom = Chromium.Dom(FixedPage.Hostile, FixedPage.Width, FixedPage.Height + FixedPage.Step);
        var summary = WebUtility.HtmlDecode(Summary().Match(dom).Groups[1].Value);
        var boxes = JsonSerializer.Deserialize<Box[]>(summary, JsonSerializerOptions.Web)!;
        Assert.Equal(Gallery.Still.Count + 1, boxes.Length);
        foreach (var (box, name) in boxes.Zip([.. Gallery.Still.Select(entry => entry.Name), "LinePlot again"]))
        {
            Assert.True(box.Drawn == "yes", $"{name}: drawn '{box.Drawn}', {box.Error}");
            if (name.StartsWith("CrystalView", StringComparison.Ordinal)) Assert.True(box.Canvases == 1, $"{name} has {box.Canvases} canvases");
            else Assert.True(box.Shapes >= 2, $"{name} has {box.Shapes} shapes");
        }
        Assert.DoesNotContain("data-defined", dom);
        Assert.Matches("<p class=\"matnb-lack\"[^>]*>a library is missing</p>", dom);
    }

    [ChromiumFact]
    public void Every_figure_looks_like_its_static_picture_and_neither_is_blank()
    {
        var alive = Chromium.Screenshot(FixedPage.Alive, FixedPage.Width, FixedPage.Height);
        var still = Chromium.Screenshot(FixedPage.Pictures, FixedPage.Width, FixedPage.Height);
foreach (var (index, entry) in Gallery.Still.Index())
        {
            Assert.True(Inked(alive, index) > 0.01, $"{entry.Name} is blank on a page");
            Assert.True(Inked(still, index) > 0.01, $"the picture of {entry.Name} is blank");
            var difference = Difference(alive, still, index);
            Assert.True(difference < (entry.Figure is CrystalView ? MostDifferentCrystal : MostDifferent), $"{entry.Name} differs from its picture by {difference:0.000}");
        }
    }

    [ChromiumFact]
    public void Without_WebGL_the_static_picture_of_a_crystal_stays()
    {
        const string NoWebGl = "<script>HTMLCanvasElement.prototype.getContext = function () { return null; };</script>";
        var dom = Chromium.Dom(GalleryPage.Of([("crystal", new CrystalView(Crystals.RockSalt))], NoWebGl), 900, 700);
        Assert.Contains("data-drawn=\"no\"", dom);
        Assert.DoesNotContain("<canvas", dom);
        Assert.Contains("<img alt=\"Crystal NaCl", dom);
    }

    // Share of pixels that are neither paper nor grid.
    private static double Inked(PngImage image, int index)
    {
        var inked = 0;
        for (var y = 0; y < FixedPage.Step; y++)
            for (var x = 0; x < FixedPage.Width; x++)
                if (image[x, (index * FixedPage.Step) + y] is var (red, green, blue) && Math.Min(red, Math.Min(green, blue)) < 200) inked++;
        return (double)inked / (FixedPage.Step * FixedPage.Width);
    }

    // Mean difference of the cells that are not paper in both, so that empty space does not hide a wrong figure.
    private static double Difference(PngImage left, PngImage right, int index)
    {
        var (sum, count) = (0.0, 0);
        for (var y = index * FixedPage.Step; y + Cell <= (index + 1) * FixedPage.Step; y += Cell)
            for (var x = 0; x + Cell <= FixedPage.Width; x += Cell)
            {
                var (first, second) = (Mean(left, x, y), Mean(right, x, y));
                if (first.Red + first.Green + first.Blue > 2.97 && second.Red + second.Green + second.Blue > 2.97) continue;
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
        var scale = 1.0 / (255 * Cell * Cell);
        return (red * scale, green * scale, blue * scale);
    }

    [GeneratedRegex("data-summary=\"([^\"]*)\"")]
    private static partial Regex Summary();

    private sealed record Box(string Drawn, int Shapes, int Canvases, string Error);
}
