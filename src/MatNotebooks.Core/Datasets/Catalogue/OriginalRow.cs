using System.Globalization;
using System.Text.Json;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A row as its publisher writes it.</summary>
/// <param name="Origin">File and row.</param>
/// <param name="Part">Part of the official split that its file is; null for none.</param>
/// <param name="Members">What it says, by key.</param>
internal sealed record OriginalRow(string Origin, string? Part, (string Key, JsonElement Value)[] Members)
{
    private static readonly JsonElement Null = JsonElement.Parse("null");
    private static readonly JsonElement One = JsonElement.Parse("1");
    private static readonly JsonElement Zero = JsonElement.Parse("0");

    /// <summary>A value as text; null where there is none.</summary>
    public string? Find(string key) => Array.Find(Members, member => member.Key == key).Value is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value.ToString() : null;

    /// <summary>The record it makes.</summary>
    /// <param name="download">Which keys are what.</param>
    /// <param name="id">Its name.</param>
    /// <param name="fold">Its official fold; null for none.</param>
    /// <param name="splitKey">Key under which its part of the official split is said; null for none.</param>
    /// <exception cref="FormatException">Its crystal cannot be read.</exception>
    public DataRecord ToRecord(DatasetDownload download, string id, int? fold, string? splitKey)
    {
        var values = Values(download, fold, splitKey);
        return download.Structure is { } key
            ? new StructureRecord(id, WrittenCrystal.Read(Array.Find(Members, member => member.Key == key).Value, id), values)
            : new FormulaRecord(id, Find(download.Formula!) ?? "", values);
    }

    /// <summary>What it says besides its name, crystal and formula, under the catalogue's names.</summary>
    public Dictionary<string, JsonElement> Values(DatasetDownload download, int? fold, string? splitKey)
    {
        var values = Members.Where(member => member.Key != download.Structure && member.Key != download.Formula && member.Key != download.Id && !download.Without.Contains(member.Key))
            .Select(member => ((string?)download.Rename.GetValueOrDefault(member.Key, member.Key), Plain(member.Value, download.Rename.ContainsKey(member.Key))));
        if (fold is { } number)
            values = values.Append(("fold", JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture))));
        if (Part is not null && splitKey is not null)
            values = values.Append((splitKey, JsonElement.Parse($"\"{Part}\"")));
        return RowValues.Of(values);
    }

    // "na" is JARVIS's word for what was not computed; a target of true and false is learned as 1 and 0.
    private static JsonElement Plain(JsonElement value, bool isTarget) => value.ValueKind switch
    {
        JsonValueKind.String when value.ValueEquals("na") => Null,
        JsonValueKind.True when isTarget => One,
        JsonValueKind.False when isTarget => Zero,
        _ => value,
    };
}
