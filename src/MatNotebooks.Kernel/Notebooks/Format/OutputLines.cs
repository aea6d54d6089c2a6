using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>Texts inside outputs: whole in memory, lists of lines in the file, as nbformat writes them.</summary>
internal static class OutputLines
{
    /// <summary>A copy whose texts are whole.</summary>
    public static JsonObject Joined(JsonObject output) =>
        Mapped(output, text => text is JsonArray ? JsonValue.Create(NotebookReader.Joined(text)) : text.DeepClone());

    /// <summary>A copy whose texts are lists of lines.</summary>
    public static JsonObject Split(JsonObject output) =>
        Mapped(output, text => text is JsonValue value && value.TryGetValue<string>(out var whole) ? Lines(whole) : text.DeepClone());

    /// <summary>The lines of a text with their ends, at every place where Python's splitlines would cut.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or '\u001c' or '\u001d' or '\u001e' or '\u0085' or '\u2028' or '\u2029'))
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            lines.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length)
            lines.Add(text[start..]);
        return lines;
    }

    private static JsonObject Mapped(JsonObject output, Func<JsonNode, JsonNode?> text)
    {
        var copy = (JsonObject)output.DeepClone();
        if (copy["text"] is { } stream)
            copy["text"] = text(stream);
        if (copy["data"] is JsonObject data)
            copy["data"] = MappedBundle(data, text);
        return copy;
    }

    /// <summary>A bundle of MIME types with its texts changed and its JSON left alone.</summary>
    public static JsonObject MappedBundle(JsonObject bundle, Func<JsonNode, JsonNode?> text)
    {
        var mapped = new JsonObject();
        foreach (var (mime, form) in bundle)
            mapped[mime] = form is null ? null : IsJson(mime) ? form.DeepClone() : text(form);
        return mapped;
    }

    private static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);
}
