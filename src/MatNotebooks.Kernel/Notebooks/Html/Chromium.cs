using System.Globalization;
using MatNotebooks.Cluster;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>Prints a page to PDF with the Chromium that is installed.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What it is called on different systems.</summary>
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Time the page may take to draw its figures | ms of its own clock, which runs ahead while nothing happens.</summary>
    private const int DrawingTime = 20_000;

    /// <summary>Its path, where PATH has it; null where it has none.</summary>
    public static string? Find() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         where folder.Length > 0
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>Prints a self-contained page.</summary>
    /// <returns>What went wrong and how to mend it; null when the PDF is written.</returns>
    /// <exception cref="OperationCanceledException">The printing was stopped.</exception>
    public static async Task<string?> PrintAsync(string page, string pdf, CancellationToken cancellation)
    {
        if (Find() is not { } program)
            return "there is no Chromium to print with. Install it (apt-get install chromium), or print the page from any browser.";
        var profile = Directory.CreateTempSubdirectory("matnb-print-");
        try
        {
            File.Delete(pdf);
            var outcome = await LocalProcess.RunAsync(new ProcessJob(program, Arguments(page, pdf, profile.FullName), "", Limit), cancellation);
            return File.Exists(pdf) ? null : $"Chromium printed nothing ({Reason(outcome)}). Print the page from a browser.";
        }
        finally
        {
            DeleteQuietly(profile);
        }
    }

    // Figures are drawn as they come near the window: it is as high as any notebook.
    private static string[] Arguments(string page, string pdf, string profile) =>
    [
        "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", "--window-size=1000,30000",
        $"--user-data-dir={profile}", string.Create(CultureInfo.InvariantCulture, $"--virtual-time-budget={DrawingTime}"),
        "--no-pdf-header-footer", "--print-to-pdf-no-header", $"--print-to-pdf={pdf}",
        // Chromium's sandbox refuses to run as root; the page is ours.
        .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
        new Uri(page).AbsoluteUri,
    ];

    private static string Reason(ProcessOutcome outcome) => outcome.Ending == ProcessEnding.TimedOut
        ? string.Create(CultureInfo.InvariantCulture, $"it took longer than {Limit.TotalMinutes} min")
        : outcome.Error.Trim().Split('\n')[^1];

    // Its last helper process may still hold a file.
    private static void DeleteQuietly(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
        }
    }
}
