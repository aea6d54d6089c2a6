using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>Markdown cells to HTML: formulas drawn, pictures inlined, headings collected.</summary>
/// <param name="folder">Where relative paths of pictures start; null when there is no such folder.</param>
internal sealed class MarkdownText(string? folder)
{
    private const long LargestPicture = 8 << 20;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseMathematics().UseFootnotes().UseTaskLists().UseAutoLinks().UseEmphasisExtras().UseDefinitionLists()
        .Build();

    private readonly List<Heading> headings = [];
    private readonly HashSet<string> anchors = new(StringComparer.Ordinal);

    /// <summary>The headings of everything rendered so far.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    /// <summary>The HTML of one cell.</summary>
    public string Render(string markdown, JsonObject? attachments = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage))
            link.Url = Inlined(link.Url ?? "", attachments);
        foreach (var heading in document.Descendants<HeadingBlock>())
            Collect(heading);
        using var text = new StringWriter();
        NewRenderer(text).Render(document);
        return text.ToString();
    }

    private void Collect(HeadingBlock heading)
    {
        using var text = new StringWriter();
        var renderer = NewRenderer(text);
        if (heading.Inline is not null)
            renderer.WriteChildren(heading.Inline);
        var words = string.Concat(heading.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? []);
        var anchor = Anchor(words);
        heading.GetAttributes().Id = anchor;
        headings.Add(new Heading(heading.Level, anchor, text.ToString()));
    }

    private string Anchor(string words)
    {
        var plain = string.Concat(words.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var stem = plain.Length == 0 ? "section" : string.Join('-', plain);
        var anchor = stem;
        for (var copy = 2; !anchors.Add(anchor); copy++)
            anchor = $"{stem}-{copy}";
        return anchor;
    }

    private static HtmlRenderer NewRenderer(TextWriter text)
    {
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineMathRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockMathRenderer());
        return renderer;
    }

    // "attachment:name.png" and files beside the notebook become part of the page.
    private string Inlined(string url, JsonObject? attachments)
    {
        const string Attachment = "attachment:";
        if (url.StartsWith(Attachment, StringComparison.Ordinal))
            return attachments?[url[Attachment.Length..]] is JsonObject { Count: > 0 } forms ? OfAttachment(forms) : url;
        if (folder is null || url.Contains(':', StringComparison.Ordinal) || Path.IsPathRooted(url))
            return url;
        var path = Path.Combine(folder, Uri.UnescapeDataString(url));
        return MimeOf(path) is { } mime && File.Exists(path) && new FileInfo(path).Length <= LargestPicture
            ? $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
            : url;
    }

    private static string OfAttachment(JsonObject forms)
    {
        var (mime, data) = forms.First();
        return $"data:{mime};base64,{Format.NotebookReader.Joined(data).ReplaceLineEndings("")}";
    }

    private static string? MimeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
