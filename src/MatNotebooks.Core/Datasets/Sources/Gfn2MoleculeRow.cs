using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Sources;

/// <summary>A row of the table of small molecules as it stands in the file: one JSON object per line.</summary>
internal static class Gfn2MoleculeRow
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is no such row; the message says why.</exception>
    public static Gfn2Molecule Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var smiles = row.GetProperty("id").GetString() ?? throw new FormatException("\"id\" is null; it is the SMILES.");
            return new()
            {
                Smiles = smiles,
                Molecule = new(Atoms(row), smiles),
                Energy = Number("energy_eV"),
                Homo = Number("homo_eV"),
                Lumo = Number("lumo_eV"),
                Dipole = Number("dipole_D"),
                Polarizability = Number("polarizability_A3"),
                ZeroPointEnergy = Number("zero_point_energy_eV"),
                Frequencies = [.. row.GetProperty("frequencies_cm-1").EnumerateArray().Select(value => value.GetDouble())],
            };

            double Number(string name) => row.GetProperty(name).GetDouble() is var value && double.IsFinite(value)
                ? value : throw new FormatException($"\"{name}\" is {value}; it must be finite.");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"the line is no row of the table of molecules ({wrong.Message}); it has id, el, xyz, six numbers with units and frequencies_cm-1.", wrong);
        }
    }

    /// <summary>Writes to a file beside it first, so that no half table takes the place of a whole one.</summary>
    public static void WriteAll(string path, IEnumerable<Gfn2Molecule> records)
    {
        var draft = path + ".draft";
        using (var file = File.Create(draft))
        using (Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.SmallestSize) : file)
        using (var writer = new StreamWriter(stream) { NewLine = "\n" })
            foreach (var record in records)
                writer.WriteLine(Write(record).ToJsonString());
        File.Move(draft, path, overwrite: true);
    }

    private static JsonObject Write(Gfn2Molecule record) => new()
    {
        ["id"] = record.Smiles,
        ["el"] = new JsonArray([.. record.Molecule.Atoms.Select(atom => (JsonNode)atom.Element.Symbol)]),
        ["xyz"] = new JsonArray([.. record.Molecule.Atoms.SelectMany(atom => new[] { atom.Position.X, atom.Position.Y, atom.Position.Z }).Select(value => (JsonNode)Math.Round(value, 4))]),
        ["energy_eV"] = Math.Round(record.Energy, 6),
        ["homo_eV"] = record.Homo,
        ["lumo_eV"] = record.Lumo,
        ["gap_eV"] = Math.Round(record.Gap, 4),
        ["dipole_D"] = record.Dipole,
        ["polarizability_A3"] = Math.Round(record.Polarizability, 4),
        ["zero_point_energy_eV"] = Math.Round(record.ZeroPointEnergy, 5),
        ["frequencies_cm-1"] = new JsonArray([.. record.Frequencies.Select(value => (JsonNode)Math.Round(value))]),
    };

    private static ImmutableArray<Atom> Atoms(JsonElement row)
    {
        string[] symbols = [.. row.GetProperty("el").EnumerateArray().Select(symbol => symbol.GetString() ?? "")];
        double[] xyz = [.. row.GetProperty("xyz").EnumerateArray().Select(value => value.GetDouble())];
        if (xyz.Length != 3 * symbols.Length) throw new FormatException($"\"xyz\" has {xyz.Length} numbers for {symbols.Length} atoms; it needs three each.");
        return [.. symbols.Select((symbol, i) => new Atom(PeriodicTable.Find(symbol), new(xyz[3 * i], xyz[(3 * i) + 1], xyz[(3 * i) + 2])))];
    }
}
