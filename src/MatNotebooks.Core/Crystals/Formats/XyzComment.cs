using System.Text.RegularExpressions;

namespace MatNotebooks.Crystals.Formats;

/// <summary>The comment line of an XYZ frame: free text, or the key=value pairs of extended XYZ.</summary>
internal sealed partial record XyzComment(
    string? Title, Lattice? Lattice, IReadOnlyDictionary<string, string> Values, IReadOnlyList<XyzColumn> Columns)
{
    private const int WidestColumn = 1000;

    private static readonly XyzColumn[] Plain = [new("species", false, 1), new("pos", true, 3)];

    /// <summary>Reads the line.</summary>
    public static XyzComment Parse(string text, StructureText source, int line)
    {
        var values = new Dictionary<string, string>();
        foreach (Match pair in Pair().Matches(text))
            values[pair.Groups["key"].Value] = pair.Groups["value"].Value.Trim('"', '\'', '{', '}');
        Lattice? lattice = null;
        IReadOnlyList<XyzColumn> columns = Plain;
        foreach (var key in values.Keys.ToArray())
        {
            if (key.Equals("lattice", StringComparison.OrdinalIgnoreCase)) lattice = ReadLattice(values[key], source, line);
            else if (key.Equals("properties", StringComparison.OrdinalIgnoreCase)) columns = ReadColumns(values[key], source, line);
            else continue;
            values.Remove(key);
        }
        var title = values.Count == 0 && lattice is null && text.Trim() is { Length: > 0 } words ? words : null;
        return new(title, lattice, values, columns);
    }

    private static Lattice ReadLattice(string value, StructureText source, int line)
    {
        var words = StructureText.Words(value);
        if (words.Length != 9)
            throw source.Error(line, $"Lattice holds {words.Length} numbers; it needs nine, the vectors a, b, c one after the other.");
        var n = words.Select(word => source.Number(word, line, "Lattice")).ToArray();
        return source.Checked(line, () => new Lattice(new(n[0], n[1], n[2]), new(n[3], n[4], n[5]), new(n[6], n[7], n[8])));
    }

    private static List<XyzColumn> ReadColumns(string value, StructureText source, int line)
    {
        var words = value.Split(':');
        if (words.Length % 3 != 0)
            throw source.Error(line, $"Properties is \"{StructureText.Shown(value)}\"; it must be name:type:width, repeated, such as species:S:1:pos:R:3.");
        var columns = new List<XyzColumn>();
        foreach (var part in words.Chunk(3))
        {
            if (part[1] is not ("S" or "R" or "I" or "L") || !int.TryParse(part[2], out var width) || width is < 1 or > WidestColumn)
                throw source.Error(line, $"Properties holds \"{StructureText.Shown(string.Join(':', part))}\"; a type is S, R, I or L and a width 1 to {WidestColumn}.");
            columns.Add(new(part[0], part[1] is "R" or "I", width));
        }
        if (columns.DistinctBy(column => column.Name).Count() != columns.Count)
            throw source.Error(line, "Properties names a column twice; each needs a name of its own.");
        if (!columns.Any(column => column is { Name: "species", Width: 1 } or { Name: "Z", Width: 1 })
            || !columns.Any(column => column is { Name: "pos", IsNumber: true, Width: 3 }))
            throw source.Error(line, $"Properties is \"{StructureText.Shown(value)}\"; it must hold species:S:1 (or Z:I:1) and pos:R:3.");
        return columns;
    }

    [GeneratedRegex("""(?<key>[A-Za-z_][^\s=]*)\s*=\s*(?<value>"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'{]\S*)""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
