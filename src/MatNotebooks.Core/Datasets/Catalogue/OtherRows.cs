using System.Collections.Immutable;
using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Rows in formats that single data sets have.</summary>
internal static class OtherRows
{
    /// <summary>mlearn: a cell of nine numbers, fractional coordinates of one element, forces.</summary>
    public static StructureRecord Forces(JsonElement row, string element)
    {
        var cell = Numbers(row, "cell");
        var lattice = new Lattice(new(cell[0], cell[1], cell[2]), new(cell[3], cell[4], cell[5]), new(cell[6], cell[7], cell[8]));
        var species = PeriodicTable.Find(row.GetProperty("el").GetString()!);
        var at = Numbers(row, "coords");
        var sites = Enumerable.Range(0, at.Length / 3).Select(site => new Site(species, new(at[3 * site], at[(3 * site) + 1], at[(3 * site) + 2])));
        var id = $"{element}-{row.GetProperty("split").GetString()}-{row.GetProperty("id").GetString()}";
        return new(id, new Crystal(lattice, [.. sites], id), Rest(row, "id", "cell", "coords", "el", "n", "cartesian"));
    }

    /// <summary>OBELiX: six lattice parameters and sites that several species share.</summary>
    public static StructureRecord SharedSites(JsonElement row)
    {
        var lat = Numbers(row, "lat");
        var sites = row.GetProperty("sites").EnumerateArray().Select(site => new Site(
            [.. site.GetProperty("occ").EnumerateObject().Select(one => new Occupant(ElementOf(one.Name), one.Value.GetDouble()))],
            Position(Numbers(site, "f"))));
        var id = row.GetProperty("id").GetString()!;
        return new(id, new Crystal(Lattice.FromParameters(lat[0], lat[1], lat[2], lat[3], lat[4], lat[5]), [.. sites], id), Rest(row, "id", "lat", "sites"));
    }

    /// <summary>QM7: symbols and Cartesian coordinates.</summary>
    public static MoleculeRecord Molecule(JsonElement row)
    {
        var at = Numbers(row, "xyz");
        var atoms = row.GetProperty("el").EnumerateArray().Select((symbol, i) => new Atom(PeriodicTable.Find(symbol.GetString()!), new(at[3 * i], at[(3 * i) + 1], at[(3 * i) + 2])));
        var id = row.GetProperty("id").GetString()!;
        return new(id, new Molecule([.. atoms], id), Rest(row, "id", "el", "xyz"));
    }

    private static Fractional Position(double[] at) => new(at[0], at[1], at[2]);

    // "Li+" and "Li1+" name the element with its charge.
    private static Element ElementOf(string species) => PeriodicTable.Find(string.Concat(species.TakeWhile(char.IsLetter)));

    private static double[] Numbers(JsonElement row, string key) => [.. row.GetProperty(key).EnumerateArray().Select(number => number.GetDouble())];

    private static Dictionary<string, JsonElement> Rest(JsonElement row, params string[] known) =>
        row.EnumerateObject().Where(member => !known.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value);
}
