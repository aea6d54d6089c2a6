using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A mermaid diagram. Pages draw it; code hosts draw its Markdown form; elsewhere its source is shown.</summary>
public sealed record MermaidDiagram : IRichDisplay
{
    /// <summary>Makes a diagram.</summary>
    /// <param name="source">Its text, such as "graph LR; A --> B".</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public MermaidDiagram(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Source = source.ReplaceLineEndings("\n").Trim('\n');
    }

    /// <summary>Its text.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var id = "m" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)))[..12];
        var push = new JsonObject { ["id"] = id, ["needs"] = "mermaid", ["content"] = new JsonObject { ["source"] = Source } };
        var html = $"""
            <div class="matnb-figure" data-matnb="{id}" style="margin:4px 0;background:#fff;border-radius:6px;overflow:auto"><pre style="margin:0;padding:8px;color:#1f2933">{HtmlText.Encode(Source)}</pre></div>
            <script>(window.matnb=window.matnb||[]).push({push.ToJsonString(PageJson.Options)});</script>
            """;
        return new MimeBundle().With("text/html", html).With("text/markdown", $"```mermaid\n{Source}\n```").With("text/plain", Source);
    }
}
