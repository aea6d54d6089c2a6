using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>Every figure is really drawn by the worst of pages; how it looks in real hosts, Hosts/ tests.</summary>
public sealed partial class BrowserTests
{
    private const int MostLive = 8; // viewers

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
            if (box.Needs == "viewer") Assert.True(box.Canvases <= 1, $"{name} has {box.Canvases} canvases");
            else Assert.True(box.Shapes >= 2, $"{name} has {box.Shapes} shapes");
        }
        // The oldest viewers have gone back to their pictures: a browser keeps few WebGL contexts.
        Assert.InRange(boxes.Sum(box => box.Needs == "viewer" ? box.Canvases : 0), MostLive - 1, MostLive); // the map holds one more
        Assert.DoesNotContain("data-defined", dom);
        Assert.Matches("<p class=\"matnb-lack\"[^>]*>a library is missing</p>", dom);
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

    [GeneratedRegex("data-summary=\"([^\"]*)\"")]
    private static partial Regex Summary();

    private sealed record Box(string Drawn, string Needs, int Shapes, int Canvases, string Error);
}
