using MatNotebooks.Kernel.Notebooks.Html;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>The HTML that <c>matnb run --html</c> writes, opened as a file with no network.</summary>
[Collection(HostBrowser.Name)]
public sealed class ExportedPageTests(HostBrowser browser)
{
    [ChromiumFact]
    public async Task Every_picture_is_alive_says_and_shows_what_its_static_picture_does_and_asks_no_network()
    {
        using var folder = new PageFolder();
        var stills = await browser.StillsAsync();
        await using var page = await browser.OpenAsync();
        var address = folder.Write("gallery.html", NotebookPage.Render(GalleryNotebook.Plain, "gallery", null));
        await page.GoAsync(address);
        var check = new FigureCheck(page, "document.querySelectorAll('section.code')[i].querySelector('.output')", GalleryNotebook.Pictures);
        await check.AllAsync(stills);
        Assert.True(check.Failures.Count == 0, string.Join('\n', check.Failures));
        Assert.Empty(page.Complaints);
        Assert.Equal([address], page.Requests);
    }
}
