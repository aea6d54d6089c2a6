using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>Reads the entries of a message's content; one of the wrong kind is named, never guessed.</summary>
internal static class ContentFields
{
    /// <exception cref="BadContentException">It is absent or no text.</exception>
    public static string Text(this JsonObject content, string name) =>
        content.TextOrNull(name) ?? throw new BadContentException($"The message lacks \"{name}\", a text.");

    /// <summary>A text; null where it is absent or null.</summary>
    /// <exception cref="BadContentException">It is something else.</exception>
    public static string? TextOrNull(this JsonObject content, string name) => content[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => throw Wrong(name, other, "a text"),
    };

    /// <summary>True or false; the default where it is absent or null.</summary>
    /// <exception cref="BadContentException">It is something else.</exception>
    public static bool Flag(this JsonObject content, string name, bool absent) => content[name] switch
    {
        null => absent,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        var other => throw Wrong(name, other, "true or false"),
    };

    /// <summary>A whole number; the default where it is absent or null.</summary>
    /// <exception cref="BadContentException">It is something else.</exception>
    public static int Number(this JsonObject content, string name, int absent) => content[name] switch
    {
        null => absent,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) => number,
        var other => throw Wrong(name, other, "a whole number"),
    };

    /// <summary>An object; an empty one where it is absent or null.</summary>
    /// <exception cref="BadContentException">It is something else.</exception>
    public static JsonObject Entries(this JsonObject content, string name) => content[name] switch
    {
        null => [],
        JsonObject entries => entries,
        var other => throw Wrong(name, other, "an object"),
    };

    private static BadContentException Wrong(string name, JsonNode value, string wanted)
    {
        var text = value.ToJsonString();
        return new BadContentException($"\"{name}\" is {(text.Length > 60 ? text[..60] + "…" : text)}; it must be {wanted}.");
    }
}
