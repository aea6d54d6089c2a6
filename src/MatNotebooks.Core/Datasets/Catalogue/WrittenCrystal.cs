using System.Collections.Immutable;
using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Crystals as published data sets write them: pymatgen's Structure, JARVIS's Atoms, or a CIF in a text.</summary>
internal static class WrittenCrystal
{
    /// <exception cref="FormatException">It is none of these, or wrong.</exception>
    public static Crystal Read(JsonElement written, string id)
    {
        try
        {
            return written.ValueKind switch
            {
                JsonValueKind.String => Cif.Parse(written.GetString()!, id).WithId(id),
                JsonValueKind.Object when written.TryGetProperty("lattice_mat", out _) => Jarvis(written, id),
                JsonValueKind.Object when written.TryGetProperty("lattice", out _) => Pymatgen(written, id),
                _ => throw new FormatException($"{id} has no crystal that can be read; it may be a CIF, a pymatgen Structure or JARVIS Atoms."),
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException($"the crystal of {id} is wrong: {wrong.Message.TrimEnd('.')}.", wrong);
        }
    }

    private static Crystal Pymatgen(JsonElement structure, string id)
    {
        var lattice = LatticeOf(structure.GetProperty("lattice").GetProperty("matrix"));
        var sites = structure.GetProperty("sites").EnumerateArray().Select(site => new Site(
            [.. site.GetProperty("species").EnumerateArray().Select(one => new Occupant(ElementOf(one.GetProperty("element").GetString()!), one.GetProperty("occu").GetDouble()))],
            Position(site.GetProperty("abc"))));
        return new(lattice, [.. sites], id);
    }

    private static Crystal Jarvis(JsonElement atoms, string id)
    {
        var lattice = LatticeOf(atoms.GetProperty("lattice_mat"));
        var isCartesian = atoms.TryGetProperty("cartesian", out var flag) && flag.ValueKind == JsonValueKind.True;
        var symbols = atoms.GetProperty("elements").EnumerateArray().ToArray();
        var coordinates = atoms.GetProperty("coords").EnumerateArray().ToArray();
        if (symbols.Length != coordinates.Length)
            throw new FormatException($"{id} has {symbols.Length} elements and {coordinates.Length} positions.");
        return new(lattice, [.. symbols.Zip(coordinates, (symbol, at) => new Site(ElementOf(symbol.GetString()!.Trim()), Place(at)))], id);

        Fractional Place(JsonElement at) => isCartesian ? lattice.ToFractional(Cartesian(at)) : Position(at);
    }

    private static Lattice LatticeOf(JsonElement matrix) => new(Cartesian(matrix[0]), Cartesian(matrix[1]), Cartesian(matrix[2]));

    private static Cartesian Cartesian(JsonElement vector) => new(vector[0].GetDouble(), vector[1].GetDouble(), vector[2].GetDouble());

    private static Fractional Position(JsonElement at) => new(at[0].GetDouble(), at[1].GetDouble(), at[2].GetDouble());

    // "Li+" and "Fe3+" name the element with its charge.
    private static Element ElementOf(string species) => PeriodicTable.Find(string.Concat(species.TakeWhile(char.IsLetter)));
}
