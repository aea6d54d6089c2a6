using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>A page of a <see cref="BrowserProcess"/>: goes to an address, is asked for values, and closes.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>Time between two looks whether a condition came true.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly DevToolsConnection connection;
    private readonly string target;
    private readonly string session;

    private BrowserPage(DevToolsConnection connection, string target, string session) =>
        (this.connection, this.target, this.session) = (connection, target, session);

    public static async Task<BrowserPage> OpenAsync(DevToolsConnection connection, int width, int height)
    {
        var made = await connection.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        var target = (string)made["targetId"]!;
        var attached = await connection.SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true });
        var page = new BrowserPage(connection, target, (string)attached["sessionId"]!);
        await page.SendAsync("Page.enable");
        await page.ResizeAsync(width, height);
        return page;
    }

    /// <summary>Hears what the page tells of itself, by the event's name.</summary>
    public void Listen(Action<string, JsonObject> listener) => connection.Listen(session, listener);

    /// <summary>Gives its window a size | CSS pixels.</summary>
    public Task ResizeAsync(int width, int height) => SendAsync(
        "Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>Opens an address and waits until it is loaded, a minute at most.</summary>
    /// <exception cref="IOException">There is no such page.</exception>
    public async Task GoAsync(string address)
    {
        var gone = await SendAsync("Page.navigate", new() { ["url"] = address });
        if (gone["errorText"] is { } error) throw new IOException($"{address}: {error}");
        if (!await UntilAsync("document.readyState === 'complete' && location.href !== 'about:blank'", TimeSpan.FromMinutes(1)))
            throw new IOException($"{address}: it was not loaded within a minute");
    }

    /// <summary>The value of an expression; a promise is awaited.</summary>
    /// <exception cref="InvalidOperationException">It throws; the message says what.</exception>
    public async Task<T> AskAsync<T>(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (answer["exceptionDetails"] is { } thrown)
            throw new InvalidOperationException($"{expression}: {thrown["exception"]?["description"] ?? thrown["text"]}");
        return answer["result"]!["value"].Deserialize<T>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Waits for a condition of the page.</summary>
    /// <returns>Whether it came true in time.</returns>
    public async Task<bool> UntilAsync(string condition, TimeSpan patience, CancellationToken cancellation = default)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; await Task.Delay(Pause, cancellation))
            if (await AskAsync<bool>($"!!({condition})")) return true;
        return false;
    }

    /// <summary>A command of the DevTools protocol to this page.</summary>
    public Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => connection.SendAsync(method, parameters, session);

    public async ValueTask DisposeAsync() => await connection.SendAsync("Target.closeTarget", new() { ["targetId"] = target });
}
