using System.Buffers;
using System.Text;
using System.Text.Json;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets;

/// <summary>
/// Writes a record as one line of JSON: crystals in the structure record format of <see cref="StructureRecords"/>, those with shared sites
/// with <c>sites</c> = [{"occ": {"Li": 0.5}, "f": [0, 0, 0]}] in place of sp, n and xyz, molecules with <c>el</c> and <c>xyz</c> | Å.
/// </summary>
internal static class RecordWriter
{
    private static readonly string[] Atomic = ["id", "lat", "sp", "n", "xyz", "sites", "el"];
    private static readonly string[] Computed = ["formula", "atoms", "volume"];

    public static string Line(DataRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, record, withAtoms: true, withFormula: record is FormulaRecord);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a record.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="record">The record. A value whose key is one of the format's own (such as n) gets a _ behind it.</param>
    /// <param name="withAtoms">Whether with its atoms.</param>
    /// <param name="withFormula">Whether with its formula, and for crystals and molecules the number of atoms, for crystals the volume | Å³.</param>
    public static void Write(Utf8JsonWriter json, DataRecord record, bool withAtoms, bool withFormula)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        if (withFormula)
            WriteFormula(json, record);
        if (withAtoms && record is StructureRecord { Crystal: var crystal })
            WriteCrystal(json, crystal);
        else if (withAtoms && record is MoleculeRecord { Molecule: var molecule })
            WriteMolecule(json, molecule);
        foreach (var (key, value) in record.Values)
        {
            json.WritePropertyName(KeyOf(key, withFormula));
            value.WriteTo(json);
        }
        json.WriteEndObject();
    }

    /// <summary>What a value of this key is called in the line.</summary>
    public static string KeyOf(string key, bool withFormula) => Atomic.Contains(key) || (withFormula && Computed.Contains(key)) ? key + "_" : key;

    private static void WriteFormula(Utf8JsonWriter json, DataRecord record)
    {
        json.WriteString("formula", record.Formula);
        if (record is MoleculeRecord molecule)
            json.WriteNumber("atoms", molecule.Molecule.Atoms.Length);
        if (record is not StructureRecord { Crystal: var crystal })
            return;
        json.WriteNumber("atoms", crystal.Sites.Length);
        json.WriteNumber("volume", crystal.Volume);
    }

    private static void WriteCrystal(Utf8JsonWriter json, Crystal crystal)
    {
        var (a, b, c, alpha, beta, gamma) = crystal.Lattice.Parameters;
        Numbers(json, "lat", a, b, c, alpha, beta, gamma);
        if (!crystal.IsOrdered)
        {
            WriteSharedSites(json, crystal);
            return;
        }
        var runs = new List<(string Symbol, int Count)>();
        foreach (var site in crystal.Sites)
            if (runs.Count > 0 && runs[^1].Symbol == site.Element.Symbol)
                runs[^1] = (site.Element.Symbol, runs[^1].Count + 1);
            else
                runs.Add((site.Element.Symbol, 1));
        json.WriteStartArray("sp");
        foreach (var (symbol, _) in runs)
            json.WriteStringValue(symbol);
        json.WriteEndArray();
        json.WriteStartArray("n");
        foreach (var (_, count) in runs)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteStartArray("xyz");
        foreach (var site in crystal.Sites)
            Position(json, site.Position);
        json.WriteEndArray();
    }

    private static void WriteSharedSites(Utf8JsonWriter json, Crystal crystal)
    {
        json.WriteStartArray("sites");
        foreach (var site in crystal.Sites)
        {
            json.WriteStartObject();
            json.WriteStartObject("occ");
            foreach (var occupant in site.Occupants)
                json.WriteNumber(occupant.Element.Symbol, occupant.Occupancy);
            json.WriteEndObject();
            json.WriteStartArray("f");
            Position(json, site.Position);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMolecule(Utf8JsonWriter json, Molecule molecule)
    {
        json.WriteStartArray("el");
        foreach (var atom in molecule.Atoms)
            json.WriteStringValue(atom.Element.Symbol);
        json.WriteEndArray();
        Numbers(json, "xyz", [.. molecule.Atoms.SelectMany(atom => new[] { atom.Position.X, atom.Position.Y, atom.Position.Z })]);
    }

    private static void Position(Utf8JsonWriter json, Fractional at)
    {
        json.WriteNumberValue(at.A);
        json.WriteNumberValue(at.B);
        json.WriteNumberValue(at.C);
    }

    private static void Numbers(Utf8JsonWriter json, string key, params double[] values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
