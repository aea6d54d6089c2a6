using System.Buffers;
using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>What a row says besides its crystal, as a small document of its own: a value must not keep the whole row in memory.</summary>
internal static class RowValues
{
    /// <summary>The members under their new names, in order; those without a name are left out.</summary>
    public static Dictionary<string, JsonElement> Of(IEnumerable<(string? Key, JsonElement Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (key, value) in members)
            {
                if (string.IsNullOrEmpty(key))
                    continue;
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in JsonElement.Parse(buffer.WrittenSpan).EnumerateObject())
            values[member.Name] = member.Value;
        return values;
    }
}
