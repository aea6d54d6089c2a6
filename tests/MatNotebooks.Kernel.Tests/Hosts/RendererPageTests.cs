using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>What VS Code's renderers make of the pictures; see <see cref="RendererPage"/> for what is mimicked.</summary>
[Collection(HostBrowser.Name)]
public sealed class RendererPageTests(HostBrowser browser)
{
    [ChromiumFact]
    public Task Every_picture_is_alive() => AliveAsync(plotlyRenderer: false, _ => true);

    // Other pictures never meet it.
    [ChromiumFact]
    public Task Every_chart_is_alive_in_the_plotly_renderer() => AliveAsync(plotlyRenderer: true, bundle => bundle.Forms.ContainsKey("application/vnd.plotly.v1+json"));

    private async Task AliveAsync(bool plotlyRenderer, Func<MimeBundle, bool> shown)
    {
        using var folder = new PageFolder();
        var looked = GalleryNotebook.Pictures.Zip(await browser.StillsAsync()).Where(entry => shown(entry.First.Bundle)).ToArray();
        await using var page = await browser.OpenAsync();
        var address = folder.Write("renderer.html", RendererPage.Html("vscode-light", looked.Select(entry => entry.First), plotlyRenderer));
        await page.GoAsync(address);
        await page.UntilAsync("document.body.dataset.rendered === 'yes'", "the outputs to be rendered");
        var check = new FigureCheck(page, RendererPage.Place, [.. looked.Select(entry => entry.First)]);
        await check.AllAsync([.. looked.Select(entry => entry.Second)]);
        Assert.NotEmpty(looked);
        Assert.True(check.Failures.Count == 0, string.Join('\n', check.Failures));
        Assert.Empty(page.Complaints);
        Assert.Equal([address], page.Requests);
    }
}
