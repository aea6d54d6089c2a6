using System.Globalization;
using System.Text;
using System.Text.Json;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets.Export;

/// <summary>A record as a frame of extended XYZ: its atoms, and its id, numbers and words in the comment line.</summary>
internal static class ExtendedXyzFrame
{
    /// <summary>The frame; null where XYZ cannot say the record: shared sites, or no atoms.</summary>
    public static string? Of(DataRecord record)
    {
        var frame = record switch
        {
            StructureRecord { Crystal.IsOrdered: true } crystal => Xyz.Write(crystal.Crystal),
            MoleculeRecord molecule => Xyz.Write(molecule.Molecule),
            _ => null,
        };
        if (frame is null)
            return null;
        var count = frame.IndexOf('\n', StringComparison.Ordinal);
        var comment = frame.IndexOf('\n', count + 1);
        var words = record is StructureRecord ? frame[(count + 1)..comment] : "Properties=species:S:1:pos:R:3 pbc=\"F F F\"";
        var text = new StringBuilder(frame.Length + 256);
        text.Append(frame, 0, count + 1).Append(words);
        Add(text, "id", record.Id);
        foreach (var (key, value) in record.Values)
            if (Word(value) is { } word)
                Add(text, KeyOf(key), word);
        return text.Append(frame, comment, frame.Length - comment).ToString();
    }

    private static string KeyOf(string key)
    {
        var name = string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' ? letter : '_'));
        return name is "id" or "pbc" || name.Equals("lattice", StringComparison.OrdinalIgnoreCase) || name.Equals("properties", StringComparison.OrdinalIgnoreCase) || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            ? "_" + name
            : name;
    }

    // Lists other than of numbers have no form in a comment line.
    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "T",
        JsonValueKind.False => "F",
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) =>
            string.Join(' ', value.EnumerateArray().Select(item => item.GetDouble().ToString("R", CultureInfo.InvariantCulture))),
        _ => null,
    };

    private static void Add(StringBuilder text, string key, string value)
    {
        var plain = value.ReplaceLineEndings(" ").Replace('"', '\'');
        text.Append(' ').Append(key).Append('=');
        if (plain.Length > 0 && plain.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '+' or '_' or '/'))
            text.Append(plain);
        else
            text.Append('"').Append(plain).Append('"');
    }
}
