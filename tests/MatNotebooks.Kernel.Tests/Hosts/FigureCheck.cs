using System.Text.RegularExpressions;
using System.Xml.Linq;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>Looks at one picture after another of a host, and gathers what is wrong.</summary>
/// <param name="page">The host's page, loaded.</param>
/// <param name="place">The output of picture i of them, as a JavaScript expression of i.</param>
/// <param name="pictures">The pictures of that page, in its order.</param>
internal sealed partial class FigureCheck(HostPage page, string place, IReadOnlyList<(string Name, MimeBundle Bundle)> pictures)
{
    private const double LeastDrawn = 0.01;
    private const int LeastColors = 4;

    // Of full range, over a figure. Measured: charts 0.02 at most; crystals, which light and shadow shade, 0.06, and 0.19 for a mirrored one.
    private const double MostDifferent = 0.03;
    private const double MostDifferentViewer = 0.1;

    private readonly List<string> failures = [];

    /// <summary>What is wrong, in words; empty when every picture is as it should be.</summary>
    internal IReadOnlyList<string> Failures => failures;

    /// <summary>The pictures looked at.</summary>
    internal IReadOnlyList<(string Name, MimeBundle Bundle)> Pictures => pictures;

    /// <summary>Every picture is drawn here, is not blank, says what its static picture says and looks like it.</summary>
    /// <param name="stills">Their static pictures, as the browser draws them.</param>
    internal async Task AllAsync(IReadOnlyList<PngImage?> stills)
    {
        foreach (var (index, picture) in pictures.Index())
        {
            try
            {
                await OneAsync(index, picture.Name, picture.Bundle, stills[index]);
            }
            catch (Exception wrong) when (wrong is TimeoutException or InvalidOperationException)
            {
                failures.Add($"{picture.Name}: {wrong.Message}");
            }
        }
    }

    /// <summary>Where picture i is, scrolled into the window and drawn.</summary>
    internal async Task<PageBox> DrawnAsync(int index)
    {
        var output = Output(index);
        await page.AskAsync<bool>($"({output}.scrollIntoView({{ block: 'start', behavior: 'instant' }}), true)");
        await page.UntilAsync($"Array.from({output}.querySelectorAll('[data-matnb]')).every(box => box.dataset.drawn === 'yes' || box.dataset.drawn === 'no')", "it to be drawn");
        await page.AskAsync<bool>("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        return await page.AskAsync<PageBox>($$"""
            (() => {
              const output = {{output}}, found = output.querySelector('[data-matnb], .js-plotly-plot') || output, at = found.getBoundingClientRect();
              return { left: at.left + scrollX, top: at.top + scrollY, width: at.width, height: at.height };
            })()
            """);
    }

    private string Output(int index) => $"(i => {place})({index})";

    private async Task OneAsync(int index, string name, MimeBundle bundle, PngImage? still)
    {
        var box = await DrawnAsync(index);
        var undrawn = await page.AskAsync<string[]>($"Array.from({Output(index)}.querySelectorAll('[data-matnb]:not([data-drawn=yes])'), box => box.dataset.drawn + ' ' + box.title)");
        failures.AddRange(undrawn.Select(state => $"{name}: drawn '{state}'"));
        if (box.Width < 200 || box.Height < 40) failures.Add($"{name}: it is {box.Width:0} by {box.Height:0} pixels large");
        var image = await page.PixelsAsync(box);
        var pixels = Pixels.Of(image);
        if (pixels.Drawn < LeastDrawn) failures.Add($"{name}: only {pixels.Drawn:P2} of its pixels are drawn");
        if (pixels.Colors < LeastColors) failures.Add($"{name}: only {pixels.Colors} colours");
        if (GalleryNotebook.Svg(bundle) is not { } svg) return;
        await SayTheSameAsync(index, name, svg);
        if (still is null) return;
        var difference = Pixels.Difference(image, still);
        var html = GalleryNotebook.Html(bundle);
        var viewer = html.Contains("\"needs\":\"viewer\"", StringComparison.Ordinal) || html.Contains("\"needs\":\"map\"", StringComparison.Ordinal);
        var most = viewer ? MostDifferentViewer : MostDifferent;
        if (difference > most) failures.Add($"{name}: it differs from its static picture by {difference:0.000}, more than {most}");
    }

    // Titles, axes, legends and notes; the numbers at ticks are the libraries' own business.
    private async Task SayTheSameAsync(int index, string name, string svg)
    {
        var shown = Letters().Replace(await page.AskAsync<string>($$"""
            (() => {
              const output = {{Output(index)}}, pictures = Array.from(output.querySelectorAll('img'));
              const source = image => new TextDecoder().decode(Uint8Array.from(atob(image.src.split('base64,')[1] || ''), letter => letter.charCodeAt(0)));
              return output.textContent + ' ' + pictures.map(image => new DOMParser().parseFromString(source(image), 'text/html').body.textContent).join(' ');
            })()
            """), "");
        var said = XDocument.Parse(svg).Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value).Distinct()
            .Where(text => text.Count(char.IsLetter) >= 2).ToArray();
        var missing = said.Where(text => !shown.Contains(Letters().Replace(text, ""), StringComparison.Ordinal)).ToArray();
        if (missing.Length > said.Length / 10) failures.Add($"{name}: it does not say {string.Join(", ", missing.Take(5).Select(text => $"'{text}'"))}, as its static picture does");
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]")]
    private static partial Regex Letters();
}
