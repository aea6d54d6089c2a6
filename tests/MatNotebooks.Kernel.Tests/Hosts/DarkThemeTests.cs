using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Html;
using MatNotebooks.Kernel.Tests.Visuals.Browser;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>Pictures are dark where the host is, follow it when it changes, and are printed light.</summary>
[Collection(HostBrowser.Name)]
public sealed class DarkThemeTests(HostBrowser browser)
{
    private const double Dusk = 0.45;

    [ChromiumFact]
    public async Task An_exported_page_at_night_is_dark_and_its_pictures_too_and_in_print_light()
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.PreferAsync("dark");
        await page.GoAsync(folder.Write("night.html", NotebookPage.Render(GalleryNotebook.Plain, "gallery", null)));
        var check = new FigureCheck(page, "document.querySelectorAll('section.code')[i].querySelector('.output')", GalleryNotebook.Pictures);
        var wrong = await WrongAsync(page, check, lightness => lightness < Dusk);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        await page.PreferAsync("dark", "print");
        wrong = await WrongAsync(page, check, lightness => lightness > Dusk, every: 4);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task In_VS_Code_they_follow_the_theme_whatever_the_system_prefers()
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.PreferAsync("light");
        await page.GoAsync(folder.Write("renderer-dark.html", RendererPage.Html("vscode-dark", OneOfEachPainter, plotlyRenderer: false)));
        await page.UntilAsync("document.body.dataset.rendered === 'yes'", "the outputs to be rendered");
        var check = new FigureCheck(page, RendererPage.Place, OneOfEachPainter);
        var wrong = await WrongAsync(page, check, lightness => lightness < Dusk);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        await page.PreferAsync("dark");
        await page.AskAsync<bool>("(document.documentElement.style.background = '#ffffff', document.body.style.color = '#3b3b3b', document.body.dataset.vscodeThemeKind = document.body.className = 'vscode-light', true)");
        wrong = await WrongAsync(page, check, lightness => lightness > Dusk);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task At_night_a_figure_is_dark_only_where_its_page_is()
    {
        (string Body, bool Dark)[] cases =
        [
            ("data-jp-theme-light='false'", true), ("data-jp-theme-light='true'", false), ("style='background:#fff'", false), ("style='background:#202124'", true),
            ("", false), ("class='vscode-high-contrast'", true), ("class='vscode-high-contrast-light'", false), ("data-vscode-theme-kind='vscode-dark'", true),
        ];
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.PreferAsync("dark");
        await page.GoAsync(folder.Write("page.html", $"<!DOCTYPE html><html><head>{PageLibraries.Scripts(PageLibrary.Viewer)}</head><body><p><b></b></p></body></html>"));
        var seen = new List<(string, bool)>();
        foreach (var (body, _) in cases)
            seen.Add((body, await page.AskAsync<bool>($$"""
                (() => {
                  const made = new DOMParser().parseFromString(`<body {{body}}>`, 'text/html').body;
                  for (const old of document.body.getAttributeNames()) document.body.removeAttribute(old);
                  for (const name of made.getAttributeNames()) document.body.setAttribute(name, made.getAttribute(name));
                  return window.matnb.theme.dark(document.querySelector('b'));
                })()
                """)));
        Assert.Equal(cases, seen);
    }

    // Which host has which theme is one question, how each figure is drawn in the dark another.
    private static IReadOnlyList<(string Name, MimeBundle Bundle)> OneOfEachPainter =>
        [.. GalleryNotebook.Pictures.Where(picture => picture.Name is "LinePlot" or "CrystalView" or "EmbeddingMap" or "FigureGrid" or "CrystalTrajectory" or "DataTable")];

    private static async Task<IReadOnlyList<string>> WrongAsync(HostPage page, FigureCheck check, Func<double, bool> right, int every = 1)
    {
        var wrong = new List<string>();
        foreach (var (index, picture) in check.Pictures.Index().Where(entry => entry.Index % every == 0))
        {
            var pixels = Pixels.Of(await page.PixelsAsync(await check.DrawnAsync(index)));
            if (!right(pixels.Lightness)) wrong.Add($"{picture.Name}: mean lightness {pixels.Lightness:0.00}");
            if (pixels.Drawn < 0.01) wrong.Add($"{picture.Name}: only {pixels.Drawn:P2} of its pixels are drawn");
        }
        return wrong;
    }
}
