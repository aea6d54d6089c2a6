namespace MatNotebooks.Crystals.Formats;

/// <summary>Crystallographic information files (CIF 1.1): symmetry expanded, shared sites merged.</summary>
public static class Cif
{
    private const int MostTurns = 5;

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
        var (cell, symmetry) = (crystal, SymmetryFinder.Find(crystal, tolerance));
        // Moving sites onto the symmetry found may bring more of it within the tolerance: again, until it stays.
        for (var (turn, found) = (0, 0); turn < MostTurns && found != symmetry.Number; turn++)
        {
            found = symmetry.Number;
            cell = SymmetryFinder.ConventionalCell(cell, tolerance);
            symmetry = SymmetryFinder.Find(cell, tolerance);
        }
        var sites = cell.Sites.Where((_, site) => symmetry.EquivalentSites[site] == site);
        return new CifWriter(cell, symmetry.International, symmetry.Number, symmetry.Operations.Select(operation => Exact(operation).ToString()), sites).ToString();
    }

    /// <summary>The operation without the noise of the crystal that it was found in: a standard cell has shifts of whole 24ths.</summary>
    private static SymmetryOperation Exact(SymmetryOperation operation)
    {
        return operation with { Translation = new Fractional(Nearest(operation.Translation.A), Nearest(operation.Translation.B), Nearest(operation.Translation.C)).Wrapped };

        static double Nearest(double shift) => Math.Abs((Math.Round(24 * shift) / 24) - shift) < 0.01 ? Math.Round(24 * shift) / 24 : shift;
    }
}
