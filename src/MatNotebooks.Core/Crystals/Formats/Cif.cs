namespace MatNotebooks.Crystals.Formats;

/// <summary>Crystallographic information files (CIF 1.1): symmetry expanded, shared sites merged.</summary>
public static class Cif
{
    /// <summary>Reads the first crystal of a file.</summary>
    /// <exception cref="StructureFormatException">It holds none; the message names file and line.</exception>
    public static Crystal Read(string path) => ReadAll(path)[0];

    /// <summary>Reads every crystal of a file, one a data block; blocks without atoms are passed over.</summary>
    /// <exception cref="StructureFormatException">It holds none, or one cannot be read.</exception>
    public static IReadOnlyList<Crystal> ReadAll(string path) => CifReader.ReadAll(StructureText.Load(path));

    /// <summary>Reads the first crystal of a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "CIF".</param>
    /// <exception cref="StructureFormatException">It holds none; the message names the line.</exception>
    public static Crystal Parse(string text, string name = "CIF") => ParseAll(text, name)[0];

    /// <summary>Reads every crystal of a text, one a data block; blocks without atoms are passed over.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "CIF".</param>
    /// <exception cref="StructureFormatException">It holds none, or one cannot be read.</exception>
    public static IReadOnlyList<Crystal> ParseAll(string text, string name = "CIF") => CifReader.ReadAll(new(name, text));

    /// <summary>Writes a crystal in space group P1, every site listed, with occupancies.</summary>
    public static string Write(Crystal crystal) => new CifWriter(crystal, "P 1", 1, ["x, y, z"], crystal.Sites).ToString();

    /// <summary>Writes a crystal with its symmetry: the standard conventional cell, the operations of its space group, and one site of each orbit.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    public static string WriteSymmetric(Crystal crystal, double tolerance = 0.01)
    {
        var cell = SymmetryFinder.ConventionalCell(crystal, tolerance);
        var symmetry = SymmetryFinder.Find(cell, tolerance);
        var sites = cell.Sites.Where((_, site) => symmetry.EquivalentSites[site] == site);
        return new CifWriter(cell, symmetry.International, symmetry.Number, symmetry.Operations.Select(operation => operation.ToString()), sites).ToString();
    }
}
