using System.Text.Json;

namespace MatNotebooks.Datasets.Tables;

/// <summary>The columns of a data set's records: id, formula, then for crystals atoms and volume, then every value by its key.</summary>
internal static class RecordFields
{
    public static IReadOnlyList<TableField> Of(DataRecord[] records)
    {
        var fields = new List<TableField>
        {
            new("id", typeof(string), row => ((DataRecord)row).Id),
            new("formula", typeof(string), row => ((DataRecord)row).Formula),
        };
        if (records.Length > 0 && Array.TrueForAll(records, record => record is StructureRecord))
        {
            fields.Add(new("atoms", typeof(int), row => ((StructureRecord)row).Crystal.Sites.Length));
            fields.Add(new("volume", typeof(double), row => ((StructureRecord)row).Crystal.Volume));
        }
        var kinds = new Dictionary<string, Type?>(StringComparer.Ordinal);
        foreach (var (key, value) in records.SelectMany(record => record.Values))
            kinds[key] = Wider(kinds.GetValueOrDefault(key), TypeOf(value));
        fields.AddRange(kinds.Select(kind => new TableField(kind.Key, kind.Value ?? typeof(string), row => Value((DataRecord)row, kind.Key, kind.Value))));
        return fields;
    }

    private static Type? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => typeof(double),
        JsonValueKind.True or JsonValueKind.False => typeof(bool),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.ValueEquals("") ? null : typeof(string),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) => typeof(double[]),
        _ => typeof(string),
    };

    private static Type? Wider(Type? one, Type? other) => one is null || one == other ? other ?? one : other is null ? one : typeof(string);

    private static object? Value(DataRecord record, string key, Type? type)
    {
        if (!record.Values.TryGetValue(key, out var value) || TypeOf(value) is null)
            return null;
        return type == typeof(double) ? value.GetDouble()
            : type == typeof(bool) ? value.GetBoolean()
            : type == typeof(double[]) ? value.EnumerateArray().Select(item => item.GetDouble()).ToArray()
            : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }
}
