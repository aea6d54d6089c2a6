using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Browser;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>A page of a host: what it shows, what it complains of, and what it asked the network for.</summary>
internal sealed class HostPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BrowserPage page;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();

    private HostPage(BrowserPage page)
    {
        this.page = page;
        page.Listen(Hear);
    }

    /// <summary>Uncaught exceptions and what was written to console.error or logged as an error.</summary>
    internal IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>Addresses the page asked for, other than its own data and blobs.</summary>
    internal IReadOnlyList<string> Requests => [.. requests];

    internal static async Task<HostPage> OpenAsync(BrowserProcess browser, int width, int height)
    {
        var page = new HostPage(await browser.OpenAsync(width, height));
        foreach (var domain in new[] { "Runtime", "Network", "Log" }) await page.SendAsync(domain + ".enable");
        await page.SendAsync("Emulation.setFocusEmulationEnabled", new() { ["enabled"] = true });
        return page;
    }

    /// <summary>As a reader's system asks for it.</summary>
    /// <param name="scheme">light or dark.</param>
    /// <param name="media">screen or print.</param>
    internal Task PreferAsync(string scheme, string media = "screen") => SendAsync("Emulation.setEmulatedMedia", new()
    {
        ["media"] = media,
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
    });

    /// <summary>Gives its window a size | CSS pixels.</summary>
    internal Task ResizeAsync(int width, int height) => page.ResizeAsync(width, height);

    /// <summary>Opens an address and waits until it is loaded.</summary>
    internal Task GoAsync(string address) => page.GoAsync(address);

    /// <summary>The value of an expression; a promise is awaited.</summary>
    internal Task<T> AskAsync<T>(string expression) => page.AskAsync<T>(expression);

    /// <summary>Waits for a condition of the page.</summary>
    /// <exception cref="TimeoutException">It does not come true within a minute.</exception>
    internal async Task UntilAsync(string condition, string what)
    {
        if (!await page.UntilAsync(condition, Patience))
            throw new TimeoutException($"waited {Patience.TotalSeconds:0} s for {what}; the page complains: {string.Join(" | ", Complaints)}");
    }

    /// <summary>What the page shows in a rectangle of the window | CSS pixels.</summary>
    internal async Task<byte[]> PictureAsync(PageBox box)
    {
        var shot = await SendAsync("Page.captureScreenshot", new()
        {
            ["format"] = "png",
            ["optimizeForSpeed"] = true,
            ["clip"] = new JsonObject { ["x"] = box.Left, ["y"] = box.Top, ["width"] = box.Width, ["height"] = box.Height, ["scale"] = 1 },
        });
        return Convert.FromBase64String((string)shot["data"]!);
    }

    /// <summary>The pixels of <see cref="PictureAsync"/>.</summary>
    internal async Task<PngImage> PixelsAsync(PageBox box) => PngImage.Read(await PictureAsync(box));

    internal Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => page.SendAsync(method, parameters);

    public ValueTask DisposeAsync() => page.DisposeAsync();

    private void Hear(string method, JsonObject news)
    {
        switch (method)
        {
            case "Runtime.exceptionThrown":
                complaints.Enqueue($"{news["exceptionDetails"]!["exception"]?["description"] ?? news["exceptionDetails"]!["text"]}");
                break;
            case "Runtime.consoleAPICalled" when (string?)news["type"] == "error":
                complaints.Enqueue(string.Join(' ', news["args"]!.AsArray().Select(argument => $"{argument!["value"] ?? argument["description"]}")));
                break;
            case "Log.entryAdded" when (string?)news["entry"]!["level"] == "error":
                complaints.Enqueue($"{news["entry"]!["text"]} {news["entry"]!["url"]}");
                break;
            case "Network.requestWillBeSent" when (string?)news["request"]!["url"] is { } url && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal):
                requests.Enqueue(url);
                break;
        }
    }
}
