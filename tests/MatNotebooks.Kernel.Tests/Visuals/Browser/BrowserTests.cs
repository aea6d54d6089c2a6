using MatNotebooks.Kernel.Tests.Hosts;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>Every figure is really drawn by the worst of pages; how it looks in real hosts, Hosts/ tests.</summary>
[Collection(HostBrowser.Name)]
public sealed class BrowserTests(HostBrowser browser)
{
    private const int MostLive = 8; // viewers

    [ChromiumFact]
    public async Task Every_figure_is_drawn_whatever_the_host_does_to_it()
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync(FixedPage.Width, FixedPage.Height + FixedPage.Step);
        await page.GoAsync(folder.Write("hostile.html", FixedPage.Hostile));
        await page.UntilAsync($"document.querySelectorAll('[data-matnb]').length === {Gallery.Still.Count + 1}", "all figures to be in the page");
        await page.UntilAsync("Array.from(document.querySelectorAll('[data-matnb]')).every(box => box.dataset.drawn === 'yes' || box.dataset.drawn === 'no')", "all figures to be drawn");
        var boxes = await page.AskAsync<Box[]>(FixedPage.Summary);
        foreach (var (box, name) in boxes.Zip([.. Gallery.Still.Select(entry => entry.Name), "LinePlot again"]))
        {
            Assert.True(box.Drawn == "yes", $"{name}: drawn '{box.Drawn}', {box.Error}");
            if (box.Needs == "viewer") Assert.True(box.Canvases <= 1, $"{name} has {box.Canvases} canvases");
            else Assert.True(box.Shapes >= 2, $"{name} has {box.Shapes} shapes");
        }
        // The oldest viewers have gone back to their pictures: a browser keeps few WebGL contexts.
        Assert.InRange(boxes.Sum(box => box.Needs == "viewer" ? box.Canvases : 0), MostLive - 1, MostLive); // the map holds one more
        Assert.False(await page.AskAsync<bool>("'defined' in document.documentElement.dataset"));
        Assert.Equal("a library is missing", await page.AskAsync<string>("document.querySelector('p.matnb-lack').textContent"));
    }

    [ChromiumFact]
    public async Task Without_WebGL_the_static_picture_of_a_crystal_stays()
    {
        const string NoWebGl = "<script>HTMLCanvasElement.prototype.getContext = function () { return null; };</script>";
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.GoAsync(folder.Write("bare.html", GalleryPage.Of([("crystal", new CrystalView(Crystals.RockSalt))], NoWebGl)));
        await page.UntilAsync("document.querySelector('[data-drawn=no]')", "the viewer to give up");
        Assert.Equal(0, await page.AskAsync<int>("document.querySelectorAll('canvas').length"));
        Assert.StartsWith("Crystal NaCl", await page.AskAsync<string>("document.querySelector('[data-matnb] img').alt"), StringComparison.Ordinal);
    }

    private sealed record Box(string Drawn, string Needs, int Shapes, int Canvases, string Error);
}
