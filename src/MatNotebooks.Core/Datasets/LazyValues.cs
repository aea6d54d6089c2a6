using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MatNotebooks.Datasets;

/// <summary>What a row says beside its structure: kept as the bytes of one JSON object, and read when somebody asks.</summary>
/// <param name="json">A JSON object that is known to be whole, none of its keys twice.</param>
internal sealed class LazyValues(byte[] json) : IReadOnlyDictionary<string, JsonElement>
{
    private Dictionary<string, JsonElement>? parsed;

    public int Count => Parsed.Count;

    public IEnumerable<string> Keys => Parsed.Keys;

    public IEnumerable<JsonElement> Values => Parsed.Values;

    // Two threads that ask at once may both read; they read the same.
    private Dictionary<string, JsonElement> Parsed =>
        parsed ??= JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    public JsonElement this[string key] => Parsed[key];

    public bool ContainsKey(string key) => Parsed.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => Parsed.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Parsed.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
