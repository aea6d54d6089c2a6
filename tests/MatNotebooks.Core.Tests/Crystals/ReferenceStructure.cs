using System.Text.Json;
using System.Text.Json.Serialization;

namespace MatNotebooks.Core.Tests.Crystals;

/// <summary>One prototype of tests/References/structures.jsonl: its files, and the figures of pymatgen and spglib.</summary>
public sealed record ReferenceStructure(
    string Name,
    string Cif,
    [property: JsonPropertyName("cif_figures")] ReferenceFigures CifFigures,
    string? Poscar,
    string? Xyz,
    ReferenceFigures? Figures)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All prototypes.</summary>
    public static IReadOnlyList<ReferenceStructure> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "structures.jsonl"))
            .Skip(1) // says where the figures come from
            .Select(line => JsonSerializer.Deserialize<ReferenceStructure>(line, Options)!),
    ];
}

/// <summary>What pymatgen 2022.11.7 and spglib 2.0.2 say about one cell: Å, Å³, g/cm³.</summary>
public sealed record ReferenceFigures(
    int Sites, double Volume, double Density, double Shortest, int Number, string International, string Hall,
    [property: JsonPropertyName("point_group")] string PointGroup, int Operations, int Orbits, string Wyckoffs, int Conventional, int Primitive);
