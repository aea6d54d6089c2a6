using System.Diagnostics;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>A headless Chromium without network, drawing WebGL in software.</summary>
internal static class Chromium
{
    private const int Patience = 120_000; // ms; a page takes a few seconds, on a busy machine many

    internal static string? Program { get; } =
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in new[] { "chromium", "chromium-browser", "google-chrome" }
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>The page as it stands after its scripts have run.</summary>
    internal static string Dom(string html, int width, int height) =>
        Run(html, width, height, (page, _) => ["--dump-dom", page], (output, _) => output);

    private static T Run<T>(string html, int width, int height, Func<string, string, string[]> task, Func<string, string, T> result)
    {
        var folder = Directory.CreateTempSubdirectory("matnb-browser-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            File.WriteAllText(page, html);
            var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] flags =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--hide-scrollbars", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
                $"--user-data-dir={folder}/profile", $"--window-size={width},{height}", "--virtual-time-budget=8000", .. task("file://" + page, folder),
            ];
            foreach (var flag in flags) start.ArgumentList.Add(flag);
            return result(Output(start), folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Output(ProcessStartInfo start)
    {
        using var browser = Process.Start(start)!;
        var (output, errors) = (browser.StandardOutput.ReadToEndAsync(), browser.StandardError.ReadToEndAsync());
        if (!browser.WaitForExit(Patience))
        {
            browser.Kill(entireProcessTree: true);
            throw new TimeoutException($"Chromium did not finish within {Patience / 1000} s.");
        }
        Assert.True(browser.ExitCode == 0, $"Chromium ended with {browser.ExitCode}: {errors.Result}");
        return output.Result;
    }
}
