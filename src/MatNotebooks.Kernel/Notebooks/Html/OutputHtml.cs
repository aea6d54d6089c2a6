using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>The outputs of a cell as HTML, each by the richest form a page can show.</summary>
internal sealed class OutputHtml(MarkdownText markdown)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Render(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => Stream(output),
        "error" => Error(output),
        "execute_result" => Bundle(output, "result"),
        "display_data" => Bundle(output, "display"),
        _ => "",
    };

    private static string Stream(JsonObject output)
    {
        var kind = (string?)output["name"] == "stderr" ? "stderr" : "stdout";
        return $"<pre class=\"output {kind}\">{AnsiText.ToHtml(Text(output["text"]))}</pre>";
    }

    private static string Error(JsonObject output)
    {
        var lines = output["traceback"] is JsonArray { Count: > 0 } trace
            ? trace.Select(line => (string?)line ?? "")
            : [$"{output["ename"]}: {output["evalue"]}"];
        return $"<div class=\"output error\" role=\"alert\"><p>{HtmlText.Encode((string?)output["ename"])}</p>" +
            $"<pre>{AnsiText.ToHtml(string.Join('\n', lines))}</pre></div>";
    }

    private string Bundle(JsonObject output, string kind)
    {
        var inner = output["data"] is JsonObject data ? Richest(data) : "";
        return inner.Length == 0 ? "" : $"<div class=\"output {kind}\">{inner}</div>";
    }

    private string Richest(JsonObject data)
    {
        if (data["text/html"] is { } html)
            return Text(html);
        if (data["image/svg+xml"] is { } svg)
            return Image("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text(svg))), data);
        foreach (var mime in new[] { "image/png", "image/jpeg", "image/gif" })
        {
            if (data[mime] is { } picture)
                return Image(mime, Text(picture).ReplaceLineEndings(""), data);
        }
        if (data["text/markdown"] is { } words)
            return $"<div class=\"markdown\">{markdown.Render(Text(words))}</div>";
        if (data["text/latex"] is { } tex)
            return $"<div class=\"equation\">{Formulas.TexMath.ToMathMl(Text(tex).Trim().Trim('$'), display: true)}</div>";
        if (data["text/plain"] is { } plain)
            return $"<pre>{AnsiText.ToHtml(Text(plain))}</pre>";
        return data["application/json"] is { } json ? $"<pre>{HtmlText.Encode(json.ToJsonString(Indented))}</pre>" : "";
    }

    private static string Image(string mime, string base64, JsonObject data)
    {
        var words = HtmlText.Encode(data["text/plain"] is { } plain ? Text(plain) : "");
        return $"<img alt=\"{words}\" src=\"data:{mime};base64,{base64}\">";
    }

    private static string Text(JsonNode? node) => Format.NotebookReader.Joined(node);
}
