using System.Text.RegularExpressions;
using System.Xml.Linq;
using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Symbols;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session.Completion;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>What the F# compiler tells about a name.</summary>
/// <param name="Declarations">Its declarations, at least one.</param>
/// <param name="Documentation">Its summary; null where none was written with the code.</param>
internal sealed partial record FSharpToolTip(IReadOnlyList<string> Declarations, string? Documentation)
{
    /// <summary>Null where the compiler has nothing to tell.</summary>
    public static FSharpToolTip? Read(ToolTipText tip)
    {
        var elements = tip.Item.OfType<ToolTipElement.Group>().SelectMany(group => group.elements).ToArray();
        var declarations = elements.Select(element => element.MainDescription.Text.Trim()).Where(text => text.Length > 0).Distinct().ToArray();
        return declarations.Length == 0 ? null : new(declarations, elements.Select(element => Summary(element)).FirstOrDefault(text => text is not null));
    }

    /// <summary>The same in plain text, Markdown and HTML.</summary>
    public MimeBundle ToBundle() => new Explanation(Declarations, Documentation is null ? [] : [("", Documentation)]) { Language = "fsharp" }.ToBundle();

    private static string? Summary(ToolTipElementData element)
    {
        if (element.XmlDoc is not FSharpXmlDoc.FromXmlText written)
            return null;
        var text = string.Join('\n', written.Item.UnprocessedLines).Trim();
        try
        {
            text = text.StartsWith('<') ? XElement.Parse($"<d>{text}</d>") is var root ? (root.Element("summary") ?? root).Value : "" : text;
        }
        catch (System.Xml.XmlException)
        {
            // Shown as it was written.
        }
        text = Blanks().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
