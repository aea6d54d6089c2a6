using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace MatNotebooks.Kernel.Session.Documentation;

/// <summary>What an XML documentation comment says, as plain text.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Parameters">Name and meaning, type parameters included.</param>
/// <param name="Returns">What it gives; null when nobody said.</param>
/// <param name="Exceptions">Type and condition.</param>
/// <param name="Remarks">More; null when there is none.</param>
internal sealed partial record MemberText(
    string Summary, IReadOnlyList<(string Name, string Text)> Parameters, string? Returns, IReadOnlyList<(string Name, string Text)> Exceptions, string? Remarks)
{
    /// <summary>Reads a member element; null when it is not XML or says nothing.</summary>
    public static MemberText? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            var member = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return new MemberText(
                Plain(member.Element("summary") ?? member.Element("value")) ?? "",
                [.. member.Elements("typeparam").Concat(member.Elements("param")).Select(part => ((string?)part.Attribute("name") ?? "", Plain(part) ?? ""))],
                Plain(member.Element("returns")),
                [.. member.Elements("exception").Select(part => (Last((string?)part.Attribute("cref") ?? ""), Plain(part) ?? ""))],
                Plain(member.Element("remarks")));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Plain(XElement? element)
    {
        if (element is null)
            return null;
        var text = new StringBuilder();
        Write(element, text);
        var plain = Blanks().Replace(text.ToString(), " ").Trim();
        return plain.Length == 0 ? null : Paragraphs().Replace(plain, "\n");
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(Line().Replace(words.Value, " "));
            else if (node is XElement inner)
                WriteElement(inner, text);
        }
    }

    private static void WriteElement(XElement inner, StringBuilder text)
    {
        var name = inner.Name.LocalName;
        if (name is "para" or "br" or "item")
            text.Append('\n');
        if (!inner.IsEmpty)
            Write(inner, text);
        else if ((inner.Attribute("cref") ?? inner.Attribute("name") ?? inner.Attribute("langword") ?? inner.Attribute("href")) is { } named)
            text.Append(Last(named.Value));
        if (name is "para")
            text.Append('\n');
    }

    // "M:System.String.Trim(System.Char)" is told as "String.Trim", "T:System.String" as "String".
    private static string Last(string reference)
    {
        if (reference.Length < 2 || reference[1] != ':')
            return reference;
        var parts = Arity().Replace(reference[2..].Split('(')[0], "").Split('.');
        return reference[0] == 'T' || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}".Replace(".#ctor", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Line();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?\n[ \n]*")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
