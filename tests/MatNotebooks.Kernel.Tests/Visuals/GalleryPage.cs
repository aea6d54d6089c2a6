using System.Net;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>A page as the export makes it: libraries once, then the figures' own HTML.</summary>
internal static class GalleryPage
{
    internal static string Of(IEnumerable<(string Name, IRichDisplay Figure)> figures, string head = "")
    {
        string[] fragments = [.. figures.Select(entry => $"<h2>{WebUtility.HtmlEncode(entry.Name)}</h2>\n{entry.Figure.ToMimeBundle().Forms["text/html"].GetValue<string>()}")];
        var libraries = fragments.Aggregate(PageLibrary.None, (needed, html) => needed | PageLibraries.NeededBy(html));
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>figures</title>{{head}}
            <style>body { font-family:sans-serif; margin:24px; background:#f3f4f6 }</style>
            {{PageLibraries.Scripts(libraries)}}</head><body>
            {{string.Join("\n", fragments)}}
            </body></html>
            """;
    }
}
