using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>Prints a page to PDF, its figures drawn.</summary>
internal static class PagePrinter
{
    private const int Width = 1000;

    // A window full; figures a little beyond it are drawn too.
    private const int Height = 1200;

    /// <summary>Time the figures of one window full have. What is not drawn then is printed as its static picture.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A figure whose library did not come is never marked: its static picture stays.
    private const string Settled = "document.readyState === 'complete' && Array.from(document.images).every(image => image.complete)"
        + " && !Object.values((window.matnb || {}).ready || {}).includes('loading')"
        + " && Array.from(document.querySelectorAll('[data-drawn=waiting]')).every(box => box.getBoundingClientRect().top > innerHeight || box.getBoundingClientRect().bottom < 0)";

    private const string Painted = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

    /// <summary>Prints a self-contained page.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="pdf">Path of the PDF, which is replaced only when the new one is whole.</param>
    /// <param name="cancellation">Stops the printing.</param>
    /// <returns>What went wrong and how to mend it; null when the PDF is written.</returns>
    /// <exception cref="OperationCanceledException">The printing was stopped.</exception>
    public static async Task<string?> PrintAsync(string page, string pdf, CancellationToken cancellation)
    {
        if (Chromium.Find() is not { } program)
            return "there is no Chromium to print with. Install it (apt-get install chromium), or print the page from any browser.";
        await using var browser = BrowserProcess.Start(program);
        try
        {
            var printed = await PrintAsync(browser, page, cancellation).WaitAsync(cancellation);
            await File.WriteAllBytesAsync(pdf + ".part", printed, cancellation);
            File.Move(pdf + ".part", pdf, overwrite: true);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or InvalidOperationException or TimeoutException)
        {
            return $"Chromium printed nothing ({wrong.Message.TrimEnd('.')}). Print the page from a browser.";
        }
    }

    private static async Task<byte[]> PrintAsync(BrowserProcess browser, string path, CancellationToken cancellation)
    {
        await using var page = await browser.OpenAsync(Width, Height);
        await page.GoAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);
        await DrawAllAsync(page, cancellation);
        var printed = await page.SendAsync("Page.printToPDF", new JsonObject { ["printBackground"] = true, ["preferCSSPageSize"] = true });
        return Convert.FromBase64String((string)printed["data"]!);
    }

    // Figures are drawn as they come near the window: it goes down the page. What is drawn may grow the page.
    private static async Task DrawAllAsync(BrowserPage page, CancellationToken cancellation)
    {
        for (var top = 0; top == 0 || top < await page.AskAsync<int>("document.documentElement.scrollHeight"); top += Height)
        {
            await page.AskAsync<bool>($"(scrollTo({{ top: {top}, behavior: 'instant' }}), true)");
            await page.AskAsync<bool>(Painted); // those that come into the window now are marked
            await page.UntilAsync(Settled, Patience, cancellation);
        }
        await page.AskAsync<bool>($"(scrollTo(0, 0), {Painted})");
    }
}
