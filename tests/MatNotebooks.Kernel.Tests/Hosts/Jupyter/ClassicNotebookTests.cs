namespace MatNotebooks.Kernel.Tests.Hosts.Jupyter;

/// <summary>The pictures in Debian's classic Notebook 6.4, which has require.js on its page and asks whether a notebook is trusted.</summary>
[Collection(HostBrowser.Name)]
public sealed class ClassicNotebookTests(HostBrowser browser)
{
    private const string Place = "document.querySelectorAll('.cell')[i].querySelector('.output_area:last-child')";

    [NotebookServerFact]
    public async Task Every_picture_of_a_trusted_saved_notebook_is_alive_and_asks_no_network()
    {
        var server = await browser.NotebooksAsync();
        server.Write("gallery.ipynb", GalleryNotebook.WithLibraries);
        await server.TrustAsync("gallery.ipynb");
        var stills = await browser.StillsAsync();
        await using var page = await OpenAsync(server, "gallery.ipynb");
        var check = new FigureCheck(page, Place, GalleryNotebook.Pictures);
        await check.AllAsync(stills);
        Assert.True(check.Failures.Count == 0, string.Join('\n', check.Failures));
        Assert.True(page.Complaints.All(OfNotebookItself), string.Join('\n', page.Complaints));
        Assert.All(page.Requests, request => Assert.StartsWith(server.Address, request, StringComparison.Ordinal));
    }

    [NotebookServerFact]
    public async Task Of_a_notebook_not_trusted_the_static_pictures_are_shown()
    {
        var server = await browser.NotebooksAsync();
        server.Write("untrusted.ipynb", GalleryNotebook.Foreign);
        await using var page = await OpenAsync(server, "untrusted.ipynb");
        var shown = await page.AskAsync<int[]>($"Array.from({{ length: {GalleryNotebook.Pictures.Count} }}, (_, i) => {Place}).map(output => output.querySelectorAll('img, svg').length)");
        var bare = GalleryNotebook.Pictures.Zip(shown).Where(entry => GalleryNotebook.Svg(entry.First.Bundle) is not null && entry.Second == 0).Select(entry => entry.First.Name);
        Assert.Empty(bare);
        Assert.Equal(0, await page.AskAsync<int>("document.querySelectorAll('[data-drawn]').length"));
    }

    // Debian's package lacks a file that its own page asks for.
    private static bool OfNotebookItself(string complaint) => complaint.Contains("nbextensions/widgets", StringComparison.Ordinal);

    private async Task<HostPage> OpenAsync(NotebookServer server, string notebook)
    {
        var page = await browser.OpenAsync(width: 1280); // so wide that no figure has to shrink
        await page.GoAsync(server.PageOf(notebook));
        await page.UntilAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded", $"{notebook} to be open");
        return page;
    }
}
