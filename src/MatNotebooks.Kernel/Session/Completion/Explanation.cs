using System.Net;
using System.Text;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>What is told about a name: declarations, then headed paragraphs.</summary>
/// <param name="Declarations">Code on one line each.</param>
/// <param name="Parts">Heading (empty for the summary) and text.</param>
internal sealed record Explanation(IReadOnlyList<string> Declarations, IReadOnlyList<(string Heading, string Text)> Parts)
{
    /// <summary>The language of the declarations: "csharp" or "fsharp".</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>The same in plain text, Markdown and HTML.</summary>
    public MimeBundle ToBundle() => new MimeBundle().With("text/plain", Plain()).With("text/markdown", Markdown()).With("text/html", Html());

    private string Plain()
    {
        var text = new StringBuilder(string.Join('\n', Declarations));
        foreach (var (heading, words) in Parts)
            text.Append("\n\n").Append(heading.Length == 0 ? words : $"{heading}:\n  {words.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        return text.ToString().Trim('\n');
    }

    private string Markdown()
    {
        var text = new StringBuilder(Declarations.Count == 0 ? "" : $"```{Language}\n{string.Join('\n', Declarations)}\n```");
        foreach (var (heading, words) in Parts)
            text.Append("\n\n").Append(heading.Length == 0 ? "" : $"**{heading}**\n\n").Append(words.Replace("\n", "  \n", StringComparison.Ordinal));
        return text.ToString().Trim('\n');
    }

    private string Html()
    {
        var text = new StringBuilder(Declarations.Count == 0 ? "" : $"<pre><code>{WebUtility.HtmlEncode(string.Join('\n', Declarations))}</code></pre>");
        foreach (var (heading, words) in Parts)
            text.Append("<p>").Append(heading.Length == 0 ? "" : $"<b>{WebUtility.HtmlEncode(heading)}</b><br>").Append(WebUtility.HtmlEncode(words).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        return text.ToString();
    }
}
