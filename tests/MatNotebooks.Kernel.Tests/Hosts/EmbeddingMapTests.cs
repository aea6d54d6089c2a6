using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Tests.Visuals;
using MatNotebooks.Kernel.Tests.Visuals.Browser;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>The map is linked: a click of the mouse shows the structure and the numbers of that point, with no kernel behind the page.</summary>
[Collection(HostBrowser.Name)]
public sealed class EmbeddingMapTests(HostBrowser browser)
{
    private const string Plot = "document.querySelector('.js-plotly-plot')";
    private const string Side = "document.querySelector('[data-picked]')";

    [ChromiumFact]
    public async Task A_click_on_a_point_shows_its_structure_and_its_numbers()
    {
        using var folder = new PageFolder();
        await using var page = await OpenAsync(folder, ScienceGallery.Map());
        Assert.Contains("MgSnO₃ · mp-3041", await page.AskAsync<string>($"{Side}.textContent"));
        var before = await page.PictureAsync(new(620, 60, 300, 300));
        // Trace 2 holds the rock salts; its first is crystal 0.
        await ClickAsync(page, trace: 2, point: 0);
        await page.UntilAsync($"{Side}.dataset.picked === '0'", "the clicked crystal to be shown");
        var shown = await page.AskAsync<string>($"{Side}.textContent");
        Assert.Contains("LiF · mp-3000", shown);
        Assert.Contains("rock salt", shown);
        Assert.Contains("8 Å³", shown); // 4³ Å³ for 8 atoms
        Assert.DoesNotContain("MgSnO₃", shown);
        Assert.Equal(1, await page.AskAsync<int>($"{Side}.querySelectorAll('canvas').length"));
        await page.UntilAsync("new Promise(done => setTimeout(() => done(true), 200))", "the structure to be drawn");
        Assert.NotEqual(before, await page.PictureAsync(new(620, 60, 300, 300)));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task Twenty_clicks_keep_one_viewer_and_a_lasso_states_its_numbers()
    {
        using var folder = new PageFolder();
        await using var page = await OpenAsync(folder, ScienceGallery.Map());
        for (var point = 0; point < 20; point++)
        {
            await page.AskAsync<bool>($"({Plot}.emit('plotly_click', {{ points: [{{ curveNumber: 2, pointIndex: {point} }}] }}), true)");
            await page.UntilAsync($"{Side}.dataset.picked === '{point}' && {Side}.querySelectorAll('canvas').length === 1", "one viewer");
        }
        Assert.Empty(page.Complaints);
        await page.AskAsync<bool>($"({Plot}.emit('plotly_selected', {{ points: [0, 1, 2].map(i => ({{ curveNumber: 2, pointIndex: i }})) }}), true)");
        var shown = await page.AskAsync<string>($"{Side}.textContent");
        Assert.Contains("3 of 48", shown);
        Assert.Contains("LiF · mp-3000, LiCl · mp-3001, LiBr · mp-3002", shown);
        Assert.Contains("sites in the cell8 (8 to 8)", shown);
    }

    [ChromiumFact]
    public async Task A_point_without_structure_says_how_many_the_page_holds()
    {
        using var folder = new PageFolder();
        await using var page = await OpenAsync(folder, ScienceGallery.Map() with { MostStructures = 10, Start = 0 });
        await page.AskAsync<bool>($"({Plot}.emit('plotly_click', {{ points: [{{ curveNumber: 2, pointIndex: 1 }}] }}), true)");
        Assert.Contains("not in this page (10 of 48 are)", await page.AskAsync<string>($"{Side}.textContent"));
    }

    private async Task<HostPage> OpenAsync(PageFolder folder, EmbeddingMap map)
    {
        var page = await browser.OpenAsync();
        await page.GoAsync(folder.Write("map.html", GalleryPage.Of([("map", map)])));
        await page.UntilAsync("document.querySelector('[data-drawn=yes]') && document.querySelector('[data-picked] canvas')", "the map and its structure");
        return page;
    }

    private static async Task ClickAsync(HostPage page, int trace, int point)
    {
        var at = await page.AskAsync<double[]>($$"""
            (() => {
              const plot = {{Plot}}, layout = plot._fullLayout, box = plot.getBoundingClientRect(), data = plot._fullData[{{trace}}];
              return [box.left + layout.xaxis._offset + layout.xaxis.l2p(data.x[{{point}}]), box.top + layout.yaxis._offset + layout.yaxis.l2p(data.y[{{point}}])];
            })()
            """);
        foreach (var kind in new[] { "mouseMoved", "mousePressed", "mouseReleased" })
        {
            var mouse = new JsonObject { ["type"] = kind, ["x"] = at[0], ["y"] = at[1], ["button"] = kind == "mouseMoved" ? "none" : "left", ["clickCount"] = kind == "mouseMoved" ? 0 : 1 };
            await page.SendAsync("Input.dispatchMouseEvent", mouse);
            if (kind == "mouseMoved") await page.UntilAsync($"{Plot}.querySelector('.hoverlayer .hovertext')", "the point to answer the pointer");
        }
    }
}
