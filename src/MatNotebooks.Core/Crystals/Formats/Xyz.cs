using System.Globalization;
using System.Text;

namespace MatNotebooks.Crystals.Formats;

/// <summary>XYZ files and the extended XYZ of <c>Lattice="..." Properties=...</c> comment lines; one frame or many.</summary>
public static class Xyz
{
    /// <summary>Reads all frames of a file.</summary>
    /// <exception cref="StructureFormatException">It is not an XYZ file; the message names file and line.</exception>
    public static IReadOnlyList<XyzFrame> Read(string path) => new XyzReader(StructureText.Load(path)).Read();

    /// <summary>Reads all frames of a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "XYZ".</param>
    /// <exception cref="StructureFormatException">It is not an XYZ file; the message names the line.</exception>
    public static IReadOnlyList<XyzFrame> Parse(string text, string name = "XYZ") => new XyzReader(new(name, text)).Read();

    /// <summary>Writes a molecule, its id as the comment.</summary>
    public static string Write(Molecule molecule) =>
        Write(molecule, molecule.Id?.ReplaceLineEndings(" ").Replace('=', ' ') ?? molecule.Formula);

    /// <summary>Writes an ordered crystal as extended XYZ.</summary>
    /// <exception cref="ArgumentException">A site is shared or not full; XYZ cannot say so.</exception>
    public static string Write(Crystal crystal)
    {
        if (crystal.Sites.FirstOrDefault(site => !site.IsOrdered) is { } shared)
            throw new ArgumentException($"The site {shared} is disordered; XYZ holds full sites only. Write a CIF.");
        var (a, b, c) = (crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C);
        var vectors = string.Join(' ', new[] { a.X, a.Y, a.Z, b.X, b.Y, b.Z, c.X, c.Y, c.Z }.Select(Decimal));
        var atoms = crystal.Sites.Select((site, index) => new Atom(site.Element, crystal.CartesianOf(index)));
        return Write(new([.. atoms]), $"Lattice=\"{vectors}\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"");
    }

    private static string Write(Molecule molecule, string comment)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{molecule.Atoms.Length}\n{comment}\n");
        foreach (var (element, position) in molecule.Atoms)
            text.Append(CultureInfo.InvariantCulture, $"{element.Symbol,-2} {position.X,18:F12} {position.Y,18:F12} {position.Z,18:F12}\n");
        return text.ToString();
    }

    private static string Decimal(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
