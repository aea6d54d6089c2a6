using System.Globalization;
using System.Text;
using System.Text.Json;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets.Export;

/// <summary>
/// A record as a frame of extended XYZ: its atoms, and its id, numbers and words in the comment line. Forces and charges, one list for all
/// atoms in the record, stand with the atoms, as interatomic potentials are trained on them.
/// </summary>
internal static class ExtendedXyzFrame
{
    private static readonly (string Start, string Column, int Width)[] PerAtom = [("force", "forces", 3), ("charge", "charges", 1)];

    /// <summary>The frame; null where XYZ cannot say the record: shared sites, or no atoms.</summary>
    public static string? Of(DataRecord record)
    {
        var frame = record switch
        {
            StructureRecord { Crystal.IsOrdered: true } crystal => Xyz.Write(crystal.Crystal),
            MoleculeRecord molecule => Xyz.Write(molecule.Molecule),
            _ => null,
        };
        return frame is null ? null : WithValues(frame.TrimEnd('\n').Split('\n'), record);
    }

    private static string WithValues(string[] lines, DataRecord record)
    {
        var count = lines.Length - 2;
        var columns = PerAtom.Select(one => (one.Column, one.Width, Key: KeyOfColumn(record, one.Start, one.Width * count))).Where(one => one.Key is not null).ToArray();
        var properties = "species:S:1:pos:R:3" + string.Concat(columns.Select(one => $":{one.Column}:R:{one.Width}"));
        var text = new StringBuilder();
        text.Append(lines[0]).Append('\n');
        if (record is StructureRecord)
            text.Append(lines[1].Replace("species:S:1:pos:R:3", properties, StringComparison.Ordinal));
        else
            text.Append("Properties=").Append(properties).Append(" pbc=\"F F F\"");
        Add(text, "id", record.Id);
        foreach (var (key, value) in record.Values)
            if (!Array.Exists(columns, one => one.Key == key) && Word(value) is { } word)
                Add(text, KeyOf(key), word);
        var numbers = columns.Select(one => record.Values[one.Key!].EnumerateArray().Select(Number).ToArray()).ToArray();
        for (var atom = 0; atom < count; atom++)
        {
            text.Append('\n').Append(lines[atom + 2]);
            for (var column = 0; column < columns.Length; column++)
                text.Append(' ').AppendJoin(' ', numbers[column].AsSpan(atom * columns[column].Width, columns[column].Width).ToArray());
        }
        return text.Append('\n').ToString();
    }

    private static string? KeyOfColumn(DataRecord record, string start, int length) => record.Values
        .Where(value => value.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase) && IsNumbers(value.Value) && value.Value.GetArrayLength() == length)
        .Select(value => value.Key).FirstOrDefault();

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
        JsonValueKind.Number => Number(value),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "T",
        JsonValueKind.False => "F",
        JsonValueKind.Array when IsNumbers(value) => string.Join(' ', value.EnumerateArray().Select(Number)),
        _ => null,
    };

    private static bool IsNumbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);

    private static string Number(JsonElement value) => value.GetDouble().ToString("R", CultureInfo.InvariantCulture);

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
