using MatNotebooks.Kernel.Tests.Visuals;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>On paper: no buttons, nothing cut off, lines instead of pixels.</summary>
[Collection(HostBrowser.Name)]
public sealed class PrintedPageTests(HostBrowser browser)
{
    private const int Paper = 640; // CSS pixels: less than any of these figures

    [ChromiumFact]
    public async Task Figures_come_alive_on_the_screen_and_are_printed_as_their_static_pictures_whole()
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        string[] names = ["LinePlot", "PeriodicTableHeatmap", "CrystalView", "EmbeddingMap", "FigureGrid"];
        await page.GoAsync(folder.Write("paper.html", GalleryPage.Of([.. Gallery.Still.Where(entry => names.Contains(entry.Name))])));
        await page.ResizeAsync(1000, 4000);
        await page.UntilAsync($"document.querySelectorAll('[data-drawn=yes]').length === {names.Length}", "the figures to be drawn");
        Assert.True(await page.AskAsync<int>("document.querySelectorAll('.modebar, canvas').length") >= names.Length);

        await page.PreferAsync("light", "print");
        await page.ResizeAsync(Paper, 4000);
        var shown = await page.AskAsync<string[]>("""
            Array.from(document.querySelectorAll('[data-matnb]'), box => Array.from(box.children).filter(part => getComputedStyle(part).display !== 'none')
              .map(part => part.className + (part.src.startsWith('data:image/svg') ? ' svg' : '') + (part.getBoundingClientRect().right <= innerWidth ? ' whole' : ' cut')).join(', '))
            """);
        Assert.Equal(Enumerable.Repeat("matnb-print svg whole", names.Length), shown);
    }
}
