using System.Globalization;
using System.Text;

namespace MatNotebooks.Crystals.Formats;

/// <summary>VASP's POSCAR and CONTCAR files, of VASP 4 (species in the comment line) and 5 (a line of their own).</summary>
public static class Poscar
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="StructureFormatException">It is not a POSCAR; the message names file and line.</exception>
    public static Crystal Read(string path) => new PoscarReader(StructureText.Load(path)).Read();

    /// <summary>Reads a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "POSCAR".</param>
    /// <exception cref="StructureFormatException">It is not a POSCAR; the message names the line.</exception>
    public static Crystal Parse(string text, string name = "POSCAR") => new PoscarReader(new(name, text)).Read();

    /// <summary>Writes an ordered crystal: species line, direct coordinates, one run of sites per line of species.</summary>
    /// <exception cref="ArgumentException">A site is shared or not full; POSCAR cannot say so.</exception>
    public static string Write(Crystal crystal)
    {
        if (crystal.Sites.FirstOrDefault(site => !site.IsOrdered) is { } shared)
            throw new ArgumentException($"The site {shared} is disordered; a POSCAR holds full sites only. Write a CIF.");
        var groups = crystal.Sites.GroupBy(site => site.Element).ToArray();
        var text = new StringBuilder();
        text.Append(crystal.Id?.ReplaceLineEndings(" ") ?? crystal.Composition.ReducedFormula).Append("\n1.0\n");
        foreach (var vector in new[] { crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C })
            text.Append(CultureInfo.InvariantCulture, $"{vector.X,20:F14} {vector.Y,20:F14} {vector.Z,20:F14}\n");
        text.AppendJoin(' ', groups.Select(group => group.Key.Symbol)).Append('\n');
        text.AppendJoin(' ', groups.Select(group => group.Count())).Append("\nDirect\n");
        foreach (var site in groups.SelectMany(group => group))
            text.Append(CultureInfo.InvariantCulture, $"{site.Position.A,18:F14} {site.Position.B,18:F14} {site.Position.C,18:F14} {site.Element.Symbol}\n");
        return text.ToString();
    }
}
