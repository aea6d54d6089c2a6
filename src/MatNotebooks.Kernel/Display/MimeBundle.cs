using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Display;

/// <summary>One value in every form a notebook can show it in; the reader takes the richest it knows.</summary>
public sealed class MimeBundle
{
    private readonly SortedDictionary<string, JsonNode> forms = new(StringComparer.Ordinal);

    /// <summary>The forms by MIME type, in the order of their names, so that saved notebooks do not change by chance.</summary>
    public IReadOnlyDictionary<string, JsonNode> Forms => forms;

    /// <summary>The plain form, which every reader knows.</summary>
    public string PlainText => forms.TryGetValue("text/plain", out var text) ? text.GetValue<string>() : "";

    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle OfText(string text) => new MimeBundle().With("text/plain", text);

    /// <summary>Adds a form; a JSON type (ending in +json or /json) takes an object, every other type a string.</summary>
    public MimeBundle With(string mimeType, JsonNode form)
    {
        forms[mimeType] = form;
        return this;
    }
}
