using System.IO.Compression;
using System.Text.Json.Nodes;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Sources;

/// <summary>A row of the octet table as it stands in the file.</summary>
internal static class OctetRow
{
    public static OctetRecord Read(StructureRecord row) => new()
    {
        Id = row.Id,
        Compound = row.Text("compound") ?? throw Bad(row, "\"compound\" is missing; it names the compound, as \"MgO\"."),
        Prototype = PrototypeOf(row),
        LatticeConstant = Number(row, "a_A"),
        Crystal = row.Crystal,
        Energy = Number(row, "energy_eV"),
        Gap = Number(row, "gap_eV"),
        DirectGap = Number(row, "direct_gap_eV"),
        Pressure = Number(row, "pressure_GPa"),
        IrreducibleKPoints = (int)Number(row, "irreducible_kpoints"),
        CoreSeconds = Number(row, "core_seconds"),
    };

    /// <summary>Writes to a file beside it first, so that no half table takes the place of a whole one.</summary>
    public static void WriteAll(string path, IEnumerable<OctetRecord> records)
    {
        var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var draft = path + ".draft";
        using (var file = File.Create(draft))
        using (Stream stream = packed ? new GZipStream(file, CompressionLevel.SmallestSize) : file)
        using (var writer = new StreamWriter(stream) { NewLine = "\n" })
            foreach (var record in records.OrderBy(record => record.Id, StringComparer.Ordinal))
                writer.WriteLine(Write(record).ToJsonString());
        File.Move(draft, path, overwrite: true);
    }

    private static JsonObject Write(OctetRecord record)
    {
        var (a, b, c, alpha, beta, gamma) = record.Crystal.Lattice.Parameters;
        var sites = record.Crystal.Sites;
        return new()
        {
            ["id"] = record.Id,
            ["lat"] = Numbers(6, a, b, c, alpha, beta, gamma),
            ["sp"] = new JsonArray([.. sites.Select(site => (JsonNode)site.Element.Symbol)]),
            ["n"] = new JsonArray([.. sites.Select(_ => (JsonNode)1)]),
            ["xyz"] = Numbers(6, [.. sites.SelectMany(site => new[] { site.Position.A, site.Position.B, site.Position.C })]),
            ["compound"] = record.Compound,
            ["prototype"] = record.Prototype.Name,
            ["a_A"] = Math.Round(record.LatticeConstant, 4),
            ["energy_eV"] = Math.Round(record.Energy, 6),
            ["gap_eV"] = Math.Round(record.Gap, 4),
            ["direct_gap_eV"] = Math.Round(record.DirectGap, 4),
            ["pressure_GPa"] = Math.Round(record.Pressure, 3),
            ["irreducible_kpoints"] = record.IrreducibleKPoints,
            ["core_seconds"] = Math.Round(record.CoreSeconds, 1),
        };
    }

    private static JsonArray Numbers(int decimals, params double[] values) => new([.. values.Select(value => (JsonNode)Math.Round(value, decimals))]);

    private static Prototype PrototypeOf(StructureRecord row)
    {
        try
        {
            return Prototype.Of(row.Text("prototype") ?? "");
        }
        catch (ArgumentException unknown)
        {
            throw Bad(row, unknown.Message);
        }
    }

    private static double Number(StructureRecord row, string key) =>
        row.Number(key) ?? throw Bad(row, $"\"{key}\" is missing; every row of the octet table has it.");

    private static BadRecordException Bad(StructureRecord row, string reason) => new(new(row.Origin ?? row.Id, reason));
}
