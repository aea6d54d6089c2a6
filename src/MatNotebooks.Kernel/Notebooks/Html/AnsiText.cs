using System.Text;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>Text of a terminal as HTML: colours kept, lines that were written over left out.</summary>
internal static partial class AnsiText
{
    private static readonly string[] Colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var open = false;
        var at = 0;
        text = Overwritten(text);
        foreach (Match escape in Escape().Matches(text))
        {
            html.Append(HtmlText.Encode(text[at..escape.Index]));
            at = escape.Index + escape.Length;
            if (!escape.ValueSpan.EndsWith("m", StringComparison.Ordinal))
                continue;
            if (open)
                html.Append("</span>");
            var style = Classes(escape.Groups["codes"].Value);
            open = style.Length > 0;
            if (open)
                html.Append("<span class=\"").Append(style).Append("\">");
        }
        html.Append(HtmlText.Encode(text[at..]));
        return open ? html.Append("</span>").ToString() : html.ToString();
    }

    // A progress bar that returns to the line's start: only what was on the line last is kept.
    private static string Overwritten(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal))
            return text;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));
    }

    private static string Classes(string codes)
    {
        var classes = codes.Split(';').Select(code => int.TryParse(code, out var number) ? number : 0).Select(number => number switch
        {
            1 => "ansi-bold",
            >= 30 and <= 37 => "ansi-" + Colours[number - 30],
            >= 90 and <= 97 => "ansi-" + Colours[number - 90],
            _ => "",
        });
        return string.Join(' ', classes.Where(name => name.Length > 0));
    }

    [GeneratedRegex(@"\x1b\[(?<codes>[0-9;]*)[A-Za-z]")]
    private static partial Regex Escape();
}
