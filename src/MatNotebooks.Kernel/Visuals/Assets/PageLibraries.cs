using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace MatNotebooks.Kernel.Visuals.Assets;

/// <summary>
/// How figures get their JavaScript, in every place a notebook is shown, with no network.
/// <list type="number">
/// <item>A figure's <c>text/html</c> is a <c>&lt;div data-matnb="ID"&gt;</c> that holds the static picture as an <c>&lt;img&gt;</c>, and one
/// script that pushes the figure's data on <c>window.matnb</c>. It never carries a library.</item>
/// <item>Whoever makes the page puts <see cref="Scripts"/> on it once: the HTML export in the head, for <see cref="NeededBy"/> of all its
/// outputs; a live kernel as a <c>text/html</c> display of its own before the first output of the session that needs it. Order does not
/// matter (<c>window.matnb</c> is an array that queues until the scripts come), and twice does no harm.</item>
/// <item>Where the scripts never come, or a host strips them, the static picture stays: no figure is ever blank.</item>
/// </list>
/// Figures are drawn as they scroll near the window. Libraries travel as gzip in base64 (plotly.js 2.0 MB rather than 4.8), which also
/// stays below the rate that jupyter_server allows on IOPub.
/// </summary>
internal static class PageLibraries
{
    private const string Nothing = "H4sIAAAAAAAAAwMAAAAAAAAAAAA="; // gzip of an empty text
    private static readonly ConcurrentDictionary<PageLibrary, string> Packed = new();

    /// <summary>The libraries that an output needs, found in its <c>text/html</c>.</summary>
    internal static PageLibrary NeededBy(string html) =>
        (html.Contains("\"needs\":\"plotly\"", StringComparison.Ordinal) ? PageLibrary.Plotly : PageLibrary.None)
        | (html.Contains("\"needs\":\"viewer\"", StringComparison.Ordinal) ? PageLibrary.Viewer : PageLibrary.None)
        | (html.Contains("\"needs\":\"map\"", StringComparison.Ordinal) ? PageLibrary.Map | PageLibrary.Plotly | PageLibrary.Viewer : PageLibrary.None)
        | (html.Contains("\"needs\":\"mermaid\"", StringComparison.Ordinal) ? PageLibrary.Mermaid : PageLibrary.None)
        | (html.Contains("\"needs\":\"table\"", StringComparison.Ordinal) ? PageLibrary.Table : PageLibrary.None);

    /// <summary>The script elements to put once on a page; empty for <see cref="PageLibrary.None"/>.</summary>
    /// <remarks>Where a library has not been fetched, the page says so at its top and shows the static pictures.</remarks>
    internal static string Scripts(PageLibrary libraries)
    {
        if (libraries == PageLibrary.None) return "";
        var scripts = new StringBuilder($"<script>\n{Resource("page.js")}{Resource("theme.js")}</script>\n");
        if (libraries.HasFlag(PageLibrary.Table))
            scripts.Append($"<script>\n{Resource("table-painter.js")}</script>\n");
        if (libraries.HasFlag(PageLibrary.Plotly))
            scripts.Append(Provide(PageLibrary.Plotly, "plotly", "plotly.js-dist-min/plotly.min.js", "plotly-painter.js", "plotly.js, MIT licence"));
        if (libraries.HasFlag(PageLibrary.Viewer))
            scripts.Append(Provide(PageLibrary.Viewer, "viewer", "3dmol/build/3Dmol-min.js", "crystal-painter.js", "3Dmol.js, BSD-3-Clause licence"));
        if (libraries.HasFlag(PageLibrary.Map))
            scripts.Append($"<script>\n{Resource("map-painter.js")}window.matnb.provide(\"map\", \"{Nothing}\");\n</script>\n"); // its painter is all there is
        if (libraries.HasFlag(PageLibrary.Mermaid))
            scripts.Append(Provide(PageLibrary.Mermaid, "mermaid", "@mermaid-js/tiny/dist/mermaid.tiny.js", "mermaid-painter.js", "mermaid, MIT licence"));
        return scripts.ToString();
    }

    private static string Provide(PageLibrary library, string name, string module, string painter, string licence)
    {
        try
        {
            var packed = Packed.GetOrAdd(library, _ => Pack(WebModules.Find(module)));
            return $"<script>\n{Resource(painter)}/* {licence} */\nwindow.matnb.provide(\"{name}\", \"{packed}\");\n</script>\n";
        }
        catch (FileNotFoundException missing)
        {
            return $"<script>window.matnb.lack({JsonSerializer.Serialize(missing.Message, PageJson.Options)});</script>\n";
        }
    }

    private static string Pack(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        using (var source = File.OpenRead(path))
            source.CopyTo(gzip);
        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
