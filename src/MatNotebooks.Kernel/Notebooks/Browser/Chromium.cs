namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>The Chromium that is installed.</summary>
internal static class Chromium
{
    /// <summary>What it is called on different systems.</summary>
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Its path, where PATH has it; null where it has none.</summary>
    public static string? Find() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         where folder.Length > 0
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
