using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Visuals.Assets;

/// <summary>A figure's four forms, put together from its data, its static picture and its words.</summary>
/// <param name="Library">What draws it on a page.</param>
/// <param name="Content">What the painter of that library reads.</param>
/// <param name="Svg">The static picture.</param>
/// <param name="Words">What the figure shows, numbers included.</param>
/// <param name="Width">Width | CSS pixels.</param>
/// <param name="Height">Height | CSS pixels.</param>
internal sealed record Fragment(PageLibrary Library, JsonObject Content, string Svg, string Words, double Width, double Height)
{
    private const string BoxStyle = "margin:4px 0;background:#fff;border-radius:6px;overflow:hidden";
    private const string PictureStyle = "display:block;max-width:100%;height:auto;margin:0";

    /// <summary>The <c>text/html</c> form; see <see cref="PageLibraries"/> for how it gets its library.</summary>
    internal string Html()
    {
        var push = new JsonObject
        {
            ["id"] = "",
            ["needs"] = Library switch { PageLibrary.Viewer => "viewer", PageLibrary.Map => "map", _ => "plotly" },
            ["width"] = Width,
            ["height"] = Height,
            ["content"] = Content.DeepClone(),
        };
        var id = Id(push.ToJsonString(PageJson.Options) + Svg); // of the content, so that a saved notebook changes only when the figure does
        push["id"] = id;
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg));
        return $"""
            <div class="matnb-figure" data-matnb="{id}" style="max-width:{Width}px;{BoxStyle}"><img alt="{WebUtility.HtmlEncode(Words)}" width="{Width}" height="{Height}" style="{PictureStyle}" src="data:image/svg+xml;base64,{picture}"></div>
            <script>(window.matnb=window.matnb||[]).push({push.ToJsonString(PageJson.Options)});</script>
            """;
    }

    /// <summary>Page, picture and words; charts add their plotly form.</summary>
    internal MimeBundle Bundle() => MimeBundle.OfText(Words).With("text/html", Html()).With("image/svg+xml", Svg);

    /// <summary>What the painter reads, taken out of a figure's <c>text/html</c>: for a figure that is made of others.</summary>
    internal static JsonNode ContentOf(string html)
    {
        const string Begin = ").push(", End = ");</script>";
        var from = html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonNode.Parse(html[from..html.LastIndexOf(End, StringComparison.Ordinal)])!["content"]!.DeepClone();
    }

    private static string Id(string content) =>
        "m" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];
}
