using MatNotebooks.Kernel.Notebooks.Browser;
using MatNotebooks.Kernel.Tests.Hosts.Jupyter;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>The one browser that the tests of hosts share, started by the first that asks.</summary>
public sealed class HostBrowser : IAsyncLifetime
{
    /// <summary>The name of the tests that share it.</summary>
    public const string Name = "hosts";

    // It draws WebGL in software, reaches this machine alone, and draws pages that are not in front.
    private static readonly string[] Flags =
    [
        "--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
    ];

    private BrowserProcess? browser;
    private NotebookServer? server;
    private IReadOnlyList<PngImage?>? stills;

    /// <summary>The static pictures of the gallery, drawn once for all hosts.</summary>
    internal async Task<IReadOnlyList<PngImage?>> StillsAsync()
    {
        if (stills is not null) return stills;
        await using var page = await OpenAsync();
        return stills = await StillPage.PicturesAsync(page);
    }

    /// <summary>The one Notebook server, with Python's kernel alone.</summary>
    internal async Task<NotebookServer> NotebooksAsync() => server ??= await NotebookServer.StartAsync();

    internal Task<HostPage> OpenAsync(int width = 1000, int height = 800) =>
        HostPage.OpenAsync(browser ??= BrowserProcess.Start(Chromium.Find()!, Flags), width, height);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }
}

/// <summary>Tests of hosts share one browser and run one after another.</summary>
[CollectionDefinition(HostBrowser.Name)]
public sealed class HostTests : ICollectionFixture<HostBrowser>;
