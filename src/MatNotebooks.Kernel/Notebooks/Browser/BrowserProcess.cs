using System.Diagnostics;

namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>
/// One headless Chromium for many pages, with an empty profile of its own. It is spoken to through pipes and not a port: nobody else on
/// the machine can, and it ends when we do.
/// </summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    // Chromium reads commands from descriptor 3 and answers on 4: its pipes to us. The shell becomes Chromium.
    private const string Shell = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly DevToolsConnection connection;

    private BrowserProcess(Process process, DirectoryInfo profile)
    {
        (this.process, this.profile) = (process, profile);
        connection = new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _ = process.StandardError.ReadToEndAsync(); // warnings of its own affairs; a full pipe would stop it
    }

    /// <summary>Starts one.</summary>
    /// <param name="program">Path of Chromium.</param>
    /// <param name="flags">Flags beside those that every use needs.</param>
    public static BrowserProcess Start(string program, params string[] flags)
    {
        var profile = Directory.CreateTempSubdirectory("matnb-browser-");
        string[] all =
        [
            "-c", Shell, program, "--headless", "--remote-debugging-pipe", $"--user-data-dir={profile.FullName}", "--no-first-run", "--disable-gpu",
            "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            // Chromium's sandbox refuses to run as root; the pages are ours.
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
            .. flags, "about:blank",
        ];
        var start = new ProcessStartInfo("/bin/sh", all) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return new(Process.Start(start)!, profile);
    }

    /// <summary>An empty page of its own.</summary>
    /// <param name="width">Width of its window | CSS pixels.</param>
    /// <param name="height">Height of its window | CSS pixels.</param>
    /// <exception cref="IOException">Chromium has ended.</exception>
    public Task<BrowserPage> OpenAsync(int width, int height) => BrowserPage.OpenAsync(connection, width, height);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await connection.DisposeAsync();
        process.Dispose();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Its last child may still hold a file.
        }
    }
}
