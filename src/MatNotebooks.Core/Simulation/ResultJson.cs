using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>A result as JSON on one line, as ledger and cache keep it; every number comes back to the last bit.</summary>
internal static class ResultJson
{
    /// <summary>Writes a result.</summary>
    public static string Write(CalculationResult result) => new JsonObject
    {
        ["energy_eV"] = result.Energy,
        ["forces_eV_A"] = Rows(result.Forces),
        ["stress_GPa"] = result.Stress is null ? null : new JsonArray([.. result.Stress.Voigt.Select(value => (JsonNode)value)]),
        ["gap_eV"] = result.Gap,
        ["direct_gap_eV"] = result.DirectGap,
        ["homo_eV"] = result.Homo,
        ["lumo_eV"] = result.Lumo,
        ["dipole_D"] = result.Dipole,
        ["polarizability_A3"] = result.Polarizability,
        ["frequencies_cm-1"] = new JsonArray([.. result.Frequencies.Select(value => (JsonNode)value)]),
        ["crystal"] = result.Crystal is null ? null : Json(result.Crystal),
        ["molecule"] = result.Molecule is null ? null : Json(result.Molecule),
        ["irreducible_kpoints"] = result.IrreducibleKPoints,
        ["core_seconds"] = result.CoreSeconds,
        ["program"] = result.Source.Program,
        ["version"] = result.Source.Version,
        ["input"] = result.Source.Input,
    }.ToJsonString();

    /// <summary>Reads a result; null when the text is not one.</summary>
    public static CalculationResult? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Result(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static CalculationResult Result(JsonElement json) => new()
    {
        Energy = json.GetProperty("energy_eV").GetDouble(),
        Forces = Vectors(json.GetProperty("forces_eV_A")),
        Stress = json.GetProperty("stress_GPa") is { ValueKind: JsonValueKind.Array } stress && Numbers(stress, 6) is var s
            ? new StressTensor(s[0], s[1], s[2], s[3], s[4], s[5]) : null,
        Gap = Number(json, "gap_eV"),
        DirectGap = Number(json, "direct_gap_eV"),
        Homo = Number(json, "homo_eV"),
        Lumo = Number(json, "lumo_eV"),
        Dipole = Number(json, "dipole_D"),
        Polarizability = Number(json, "polarizability_A3"),
        Frequencies = [.. json.GetProperty("frequencies_cm-1").EnumerateArray().Select(value => value.GetDouble())],
        Crystal = json.GetProperty("crystal") is { ValueKind: JsonValueKind.Object } crystal ? CrystalOf(crystal) : null,
        Molecule = json.GetProperty("molecule") is { ValueKind: JsonValueKind.Object } molecule ? MoleculeOf(molecule) : null,
        IrreducibleKPoints = (int?)Number(json, "irreducible_kpoints"),
        CoreSeconds = json.GetProperty("core_seconds").GetDouble(),
        Source = new(Word(json, "program") ?? "", Word(json, "version") ?? "", Word(json, "input") ?? ""),
    };

    private static JsonObject Json(Crystal crystal) => new()
    {
        ["id"] = crystal.Id,
        ["cell"] = Rows([crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C]),
        ["symbols"] = new JsonArray([.. crystal.Sites.Select(site => (JsonNode)site.Element.Symbol)]),
        ["positions"] = Rows([.. crystal.Sites.Select(site => new Cartesian(site.Position.A, site.Position.B, site.Position.C))]),
    };

    private static JsonObject Json(Molecule molecule) => new()
    {
        ["id"] = molecule.Id,
        ["symbols"] = new JsonArray([.. molecule.Atoms.Select(atom => (JsonNode)atom.Element.Symbol)]),
        ["positions"] = Rows([.. molecule.Atoms.Select(atom => atom.Position)]),
    };

    private static Crystal CrystalOf(JsonElement json)
    {
        var cell = Vectors(json.GetProperty("cell"));
        if (cell.Length != 3) throw new FormatException($"A cell has {cell.Length} vectors; it needs 3.");
        return new(
            new(cell[0], cell[1], cell[2]),
            [.. Symbols(json).Zip(Vectors(json.GetProperty("positions")), (element, at) => new Site(element, new Fractional(at.X, at.Y, at.Z)))],
            Word(json, "id"));
    }

    private static Molecule MoleculeOf(JsonElement json) =>
        new([.. Symbols(json).Zip(Vectors(json.GetProperty("positions")), (element, at) => new Atom(element, at))], Word(json, "id"));

    private static IEnumerable<Element> Symbols(JsonElement json) =>
        json.GetProperty("symbols").EnumerateArray().Select(symbol => PeriodicTable.Find(symbol.GetString() ?? ""));

    private static JsonArray Rows(ImmutableArray<Cartesian> vectors) =>
        new([.. vectors.Select(vector => (JsonNode)new JsonArray(vector.X, vector.Y, vector.Z))]);

    private static ImmutableArray<Cartesian> Vectors(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => Numbers(row, 3)).Select(row => new Cartesian(row[0], row[1], row[2]))];

    private static double[] Numbers(JsonElement row, int count)
    {
        double[] numbers = [.. row.EnumerateArray().Select(number => number.GetDouble())];
        return numbers.Length == count ? numbers : throw new FormatException($"A row has {numbers.Length} numbers; it needs {count}.");
    }

    private static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();
}
