using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>A notebook as one HTML file that needs nothing else: no network, no fonts, no other files.</summary>
internal sealed class NotebookPage
{
    private readonly MarkdownText markdown;
    private readonly OutputHtml outputs;

    private NotebookPage(string? folder)
    {
        markdown = new MarkdownText(folder);
        outputs = new OutputHtml(markdown);
    }

    /// <summary>The page.</summary>
    /// <param name="notebook">What to show.</param>
    /// <param name="name">The title where the notebook has no heading.</param>
    /// <param name="folder">Where relative paths of pictures start; null for none.</param>
    public static string Render(Notebook notebook, string name, string? folder) => new NotebookPage(folder).Page(notebook, name);

    private string Page(Notebook notebook, string name)
    {
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells)
            body.Append(Cell(cell));
        var content = body.ToString();
        var title = markdown.Headings.FirstOrDefault(heading => heading.Level == 1)?.Html ?? HtmlText.Encode(name);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="MatNotebooks">
            <title>{WithoutTags(title)}</title>
            <style>
            {Style()}</style>
            {PageLibraries.Scripts(PageLibraries.NeededBy(content))}</head>
            <body>
            {Contents()}<main>
            {content}</main>
            </body>
            </html>

            """;
    }

    private string Contents()
    {
        var entries = markdown.Headings.Where(heading => heading.Level <= 3).ToArray();
        if (entries.Length < 2)
            return "<nav><label><input type=\"checkbox\" id=\"no-code\"> hide code</label></nav>\n";
        var list = string.Concat(entries.Select(heading =>
            $"<li class=\"level-{heading.Level}\"><a href=\"#{HtmlText.Encode(heading.Anchor)}\">{WithoutLinks(heading.Html)}</a></li>\n"));
        return $"<nav>\n<details open><summary>Contents</summary>\n<ol>\n{list}</ol>\n</details>\n" +
            "<label><input type=\"checkbox\" id=\"no-code\"> hide code</label>\n</nav>\n";
    }

    private string Cell(NotebookCell cell) => cell.Kind switch
    {
        CellKind.Markdown => $"<section class=\"markdown\">\n{markdown.Render(cell.Source, cell.Attachments)}</section>\n",
        CellKind.Raw => $"<section class=\"raw\"><pre>{HtmlText.Encode(cell.Source)}</pre></section>\n",
        _ => Code(cell),
    };

    private string Code(NotebookCell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Source) && cell.Outputs.Count == 0)
            return "";
        var folded = cell.Metadata["jupyter"] is JsonObject view && view["source_hidden"] is JsonValue hidden && hidden.TryGetValue<bool>(out var yes) && yes;
        var tag = cell.Tags.FirstOrDefault(tag => tag is "parameters" or "injected-parameters");
        var label = (cell.ExecutionCount is { } count ? $"[{count}]" : "[ ]") + (tag is null ? "" : $" {tag.Replace('-', ' ')}");
        var shown = string.Concat(cell.Outputs.OfType<JsonObject>().Select(outputs.Render));
        return $"<section class=\"code\"><details{(folded ? "" : " open")}><summary>{label}</summary>" +
            $"<pre class=\"source\"><code>{Highlighted(cell.Source)}</code></pre></details>\n{shown}</section>\n";
    }

    // A cell of another language stands under its magic.
    private static string Highlighted(string source)
    {
        var other = source.StartsWith("#!markdown", StringComparison.Ordinal) || source.StartsWith("#!html", StringComparison.Ordinal) ||
            source.StartsWith("#!javascript", StringComparison.Ordinal) || source.StartsWith("#!sql", StringComparison.Ordinal) ||
            source.StartsWith("#!mermaid", StringComparison.Ordinal);
        return other ? HtmlText.Encode(source) : CodeHighlighter.Highlight(source);
    }

    private static string WithoutLinks(string html) => Remove(html, name => name is "a");

    private static string WithoutTags(string html) => Remove(html, _ => true);

    private static string Remove(string html, Func<string, bool> unwanted) =>
        System.Text.RegularExpressions.Regex.Replace(html, "</?([a-zA-Z]+)[^>]*>", tag => unwanted(tag.Groups[1].Value.ToLowerInvariant()) ? "" : tag.Value);

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
