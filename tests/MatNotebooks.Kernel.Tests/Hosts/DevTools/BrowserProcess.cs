using System.Diagnostics;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts.DevTools;

/// <summary>One headless Chromium for many pages. It draws WebGL in software and reaches this machine alone.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;
    private readonly DevToolsConnection connection;

    private BrowserProcess(Process process, string profile, DevToolsConnection connection) =>
        (this.process, this.profile, this.connection) = (process, profile, connection);

    internal static async Task<BrowserProcess> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("matnb-hosts-").FullName;
        var start = new ProcessStartInfo(Chromium.Program!) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] flags =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--hide-scrollbars", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        ];
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        var process = Process.Start(start)!;
        try
        {
            var address = await AddressAsync(process).WaitAsync(Patience);
            return new(process, profile, await DevToolsConnection.OpenAsync(address));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>An empty page of its own.</summary>
    internal Task<BrowserPage> OpenAsync(int width, int height) => BrowserPage.OpenAsync(connection, width, height);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // Its last child may still hold a file.
        }
    }

    // Chromium says where it listens on its standard error, which must be emptied ever after.
    private static async Task<Uri> AddressAsync(Process process)
    {
        const string Mark = "DevTools listening on ";
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.StartsWith(Mark, StringComparison.Ordinal)) continue;
            _ = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            return new Uri(line[Mark.Length..]);
        }
        throw new IOException($"Chromium ended without a word of where it listens: {string.Join(" | ", said)}");
    }
}
