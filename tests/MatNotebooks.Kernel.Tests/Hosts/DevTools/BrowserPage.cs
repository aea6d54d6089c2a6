using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts.DevTools;

/// <summary>A page: what it shows, what it complains of, and what it asked the network for.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DevToolsConnection connection;
    private readonly string target;
    private readonly string session;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> requests = new();

    private BrowserPage(DevToolsConnection connection, string target, string session)
    {
        (this.connection, this.target, this.session) = (connection, target, session);
        connection.Listen(session, Hear);
    }

    /// <summary>Uncaught exceptions and what was written to console.error or logged as an error.</summary>
    internal IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>Addresses the page asked for, other than its own data and blobs.</summary>
    internal IReadOnlyList<string> Requests => [.. requests];

    internal static async Task<BrowserPage> OpenAsync(DevToolsConnection connection, int width, int height)
    {
        var made = await connection.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        var target = (string)made["targetId"]!;
        var attached = await connection.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true });
        var page = new BrowserPage(connection, target, (string)attached["sessionId"]!);
        foreach (var domain in new[] { "Page", "Runtime", "Network", "Log" }) await page.SendAsync(domain + ".enable");
        await page.SendAsync("Emulation.setFocusEmulationEnabled", new() { ["enabled"] = true });
        await page.ResizeAsync(width, height);
        return page;
    }

    internal Task ResizeAsync(int width, int height) => SendAsync(
        "Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>As a reader's system asks for it.</summary>
    /// <param name="scheme">light or dark.</param>
    /// <param name="media">screen or print.</param>
    internal Task PreferAsync(string scheme, string media = "screen") => SendAsync("Emulation.setEmulatedMedia", new()
    {
        ["media"] = media,
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
    });

    /// <summary>Opens an address and waits until it is loaded.</summary>
    internal async Task GoAsync(string address)
    {
        var gone = await SendAsync("Page.navigate", new() { ["url"] = address });
        if (gone["errorText"] is { } error) throw new IOException($"{address}: {error}");
        await UntilAsync($"document.readyState === 'complete' && location.href !== 'about:blank'", $"{address} to load");
    }

    /// <summary>The value of an expression; a promise is awaited.</summary>
    internal async Task<T> AskAsync<T>(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (answer["exceptionDetails"] is { } thrown)
            throw new InvalidOperationException($"{expression}: {thrown["exception"]?["description"] ?? thrown["text"]}");
        return answer["result"]!["value"].Deserialize<T>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Waits for a condition of the page.</summary>
    /// <exception cref="TimeoutException">It does not come true within a minute.</exception>
    internal async Task UntilAsync(string condition, string what)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(40))
            if (await AskAsync<bool>($"!!({condition})")) return;
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

    internal Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => connection.SendAsync(method, parameters, session);

    public async ValueTask DisposeAsync() => await connection.SendAsync("Target.closeTarget", new() { ["targetId"] = target });

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
