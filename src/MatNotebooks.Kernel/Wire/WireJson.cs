using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>JSON on the wire.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // no page reads it unescaped
        SkipValidation = true,
        MaxDepth = 1000,
    };

    /// <summary>The node as UTF-8. Infinite numbers and those that are none become null: JSON has no word for them.</summary>
    public static byte[] Write(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, node);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads an object, all of it, so that nothing wrong in it turns up later.</summary>
    /// <exception cref="WireException">It is no JSON object.</exception>
    public static JsonObject ReadObject(byte[] utf8, string part)
    {
        try
        {
            var read = JsonNode.Parse(utf8) as JsonObject ?? throw new WireException($"its {part} is no JSON object");
            _ = Count(read);
            return read;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new WireException($"its {part} is no JSON: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }

    // Asks for every entry and text: twice the same name, or a text that is no UTF-8, is found only then.
    private static int Count(JsonNode? node) => node switch
    {
        JsonObject entries => entries.Sum(entry => Count(entry.Value)),
        JsonArray items => items.Sum(Count),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().Length,
        _ => 0,
    };

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject entries:
                writer.WriteStartObject();
                foreach (var (name, value) in entries)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValue value when NotFinite(value):
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }

    private static bool NotFinite(JsonValue value) =>
        (value.TryGetValue<double>(out var number) && !double.IsFinite(number)) || (value.TryGetValue<float>(out var single) && !float.IsFinite(single));
}
