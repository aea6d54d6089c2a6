using System.Text.Json;

namespace MatNotebooks.Datasets;

/// <summary>One row of a data set: what it is about, and what is known of it.</summary>
/// <param name="Id">Name in the source.</param>
/// <param name="Values">Everything the row says, by key; units are the source's.</param>
public abstract record DataRecord(string Id, IReadOnlyDictionary<string, JsonElement> Values)
{
    /// <summary>File and line the row came from, such as "mp20.jsonl.gz:17"; null for a row made in memory.</summary>
    public string? Origin { get; init; }

    /// <summary>What it consists of.</summary>
    public abstract string Formula { get; }

    /// <summary>A number of the row, finite; null where the key is absent, null or an empty string.</summary>
    /// <exception cref="BadRecordException">The value is not a number.</exception>
    public double? Number(string key)
    {
        if (!TryFind(key, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        throw new BadRecordException(new(Origin ?? Id, $"\"{key}\" is {value.GetRawText()}; it must be a number, or null where it is missing."));
    }

    /// <summary>A text of the row, or another value as the source writes it; null where the key is absent, null or an empty string.</summary>
    public string? Text(string key) =>
        TryFind(key, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    /// <summary>A number that the row must have, finite.</summary>
    /// <exception cref="BadRecordException">It is missing, or not a number.</exception>
    public double RequiredNumber(string key) => Number(key) ?? throw Missing(key);

    /// <summary>A text that the row must have.</summary>
    /// <exception cref="BadRecordException">It is missing.</exception>
    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    private BadRecordException Missing(string key) => new(new(Origin ?? Id, $"\"{key}\" is missing; give it, or leave the row out."));

    private bool TryFind(string key, out JsonElement value) =>
        Values.TryGetValue(key, out value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));
}
