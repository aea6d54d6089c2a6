using MatNotebooks.Cluster;

namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>The Chromium that is installed.</summary>
internal static class Chromium
{
    /// <summary>Its path, under the names it has on different systems; null where there is none.</summary>
    public static string? Find() => ProgramPath.Find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
}
