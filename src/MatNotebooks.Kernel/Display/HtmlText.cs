using System.Text;

namespace MatNotebooks.Kernel.Display;

/// <summary>Text for an HTML or MathML page: only what has a meaning there is escaped, letters of every script stay readable.</summary>
internal static class HtmlText
{
    /// <summary>The text, safe as content and inside a quoted attribute.</summary>
    public static string Encode(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny("&<>\"'") < 0)
            return text ?? "";
        var html = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(letter),
            };
        }
        return html.ToString();
    }
}
