using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>What VS Code's renderers make of the pictures; see <see cref="RendererPage"/> for what is mimicked.</summary>
[Collection(HostBrowser.Name)]
public sealed class RendererPageTests(HostBrowser browser)
{
    [ChromiumTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_picture_is_alive_with_the_plotly_renderer_and_without(bool plotlyRenderer)
    {
        using var folder = new PageFolder();
        var stills = await browser.StillsAsync();
        await using var page = await browser.OpenAsync();
        var address = folder.Write("renderer.html", RendererPage.Html("vscode-light", plotlyRenderer));
        await page.GoAsync(address);
        await page.UntilAsync("document.body.dataset.rendered === 'yes'", "the outputs to be rendered");
        var check = new FigureCheck(page, RendererPage.Place);
        await check.AllAsync(stills);
        Assert.True(check.Failures.Count == 0, string.Join('\n', check.Failures));
        Assert.Empty(page.Complaints);
        Assert.Equal([address], page.Requests);
    }
}
