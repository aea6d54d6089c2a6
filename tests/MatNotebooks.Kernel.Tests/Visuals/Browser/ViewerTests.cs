using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Hosts;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>What a reader's hand does to crystals, in a real browser.</summary>
[Collection(HostBrowser.Name)]
public sealed class ViewerTests(HostBrowser browser)
{
    // Waits for the drawing, then acts, then writes what came of it into the body.
    private async Task<string> ActedAsync(IRichDisplay figure, string act)
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.GoAsync(folder.Write("page.html", Page(figure, act)));
        await page.UntilAsync("document.body.dataset.result !== undefined", "the hand to be done");
        return await page.AskAsync<string>("document.body.dataset.result");
    }

    private static string Page(IRichDisplay figure, string act) => GalleryPage.Of([("figure", figure)]) + $$"""
        <script>
        var waiting = setInterval(function () {
          var box = document.querySelector("[data-drawn=yes]");
          if (!box) return;
          clearInterval(waiting);
          function press(text) { Array.from(box.querySelectorAll("button")).filter(function (one) { return one.textContent === text; })[0].click(); }
          function done(words) { document.body.dataset.result = words; }
          {{act}}
        }, 50);
        </script>
        """;

    [ChromiumFact]
    public async Task A_click_on_an_atom_says_its_site()
    {
        // Titanium is in the middle of the stage.
        var said = await ActedAsync(new CrystalView(Crystals.Perovskite).WithAtomValues("charge (e)", [1.86, 2.31, -1.39, -1.39, -1.39]) with { Spin = 0 }, """
            var canvas = box.querySelector("canvas"), place = canvas.getBoundingClientRect();
            var at = { bubbles: true, cancelable: true, clientX: place.left + place.width / 2, clientY: place.top + place.height / 2 };
            at.pageX = at.clientX; at.pageY = at.clientY;
            ["mousedown", "mouseup"].forEach(function (kind) { canvas.dispatchEvent(new MouseEvent(kind, at)); });
            setTimeout(function () { var card = box.querySelector(".matnb-site"); done(card ? card.innerText.replace(/\n/g, "|") : "nothing"); }, 500);
            """);
        Assert.Equal("Titanium, site 1|a, b, c 0.5, 0.5, 0.5|6 neighbours: 6 O 1.95 Å|charge 2.310 e", said.Replace("  ", " ", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task The_slider_goes_through_the_frames()
    {
        var said = await ActedAsync(ViewerGallery.Figures.First(entry => entry.Name == "CrystalTrajectory").Figure, """
            var range = box.querySelector("input[type=range]"), name = box.querySelector(".matnb-frame"), before = name.textContent;
            range.value = 3; range.dispatchEvent(new Event("input"));
            done(before + "|" + name.textContent + "|" + box.querySelectorAll("canvas").length);
            """);
        Assert.Equal("frame 11/11 · energy −40.141 eV|frame 3/11 · energy −40.021 eV|1", said);
    }

    [ChromiumFact]
    public async Task Looks_and_turning_and_the_picture_to_keep()
    {
        var said = await ActedAsync(new CrystalView(Crystals.RockSalt), """
            press("a"); press("c"); press("turn"); press("hold"); press("reset"); press("png");
            done("saved " + (+box.dataset.saved > 20000));
            """);
        Assert.Equal("saved true", said);
    }
}
