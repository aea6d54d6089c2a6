using System.Text.RegularExpressions;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Reads and writes crystals in whatever format a file has: CIF, POSCAR or extended XYZ.</summary>
public static partial class StructureFile
{
    /// <summary>Reads the first crystal of a file.</summary>
    /// <param name="path">The file; its extension (.cif, .vasp, .poscar, .xyz, .extxyz) or name (POSCAR, CONTCAR) says the format, else what it holds.</param>
    /// <exception cref="StructureFormatException">It cannot be read; the message names file and line.</exception>
    public static Crystal Read(string path) => ReadAll(path)[0];

    /// <summary>Reads every crystal of a file: the blocks of a CIF, the frames of an XYZ file.</summary>
    /// <param name="path">The file; its extension or name says the format, else what it holds.</param>
    /// <exception cref="StructureFormatException">It cannot be read; the message names file and line.</exception>
    public static IReadOnlyList<Crystal> ReadAll(string path)
    {
        var source = StructureText.Load(path);
        return FormatOf(path) switch
        {
            ".cif" => CifReader.ReadAll(source),
            ".vasp" => [new PoscarReader(source).Read()],
            ".xyz" => Crystals(new XyzReader(source).Read(), source),
            _ => Guess(source),
        };
    }

    /// <summary>Writes a crystal in the format that the extension or name says: CIF, POSCAR or extended XYZ.</summary>
    /// <param name="path">Where to write; an existing file is replaced.</param>
    /// <param name="crystal">The crystal.</param>
    /// <exception cref="ArgumentException">The extension says no format, or the format cannot hold the crystal.</exception>
    public static void Write(string path, Crystal crystal) => File.WriteAllText(path, FormatOf(path) switch
    {
        ".cif" => Cif.Write(crystal),
        ".vasp" => Poscar.Write(crystal),
        ".xyz" => Xyz.Write(crystal),
        _ => throw new ArgumentException($"The name \"{Path.GetFileName(path)}\" says no format; end it in .cif, .vasp or .xyz."),
    });

    private static string FormatOf(string path)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith("POSCAR", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CONTCAR", StringComparison.OrdinalIgnoreCase)) return ".vasp";
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".poscar" or ".contcar" => ".vasp",
            ".extxyz" => ".xyz",
            ".mcif" => ".cif",
            var extension => extension,
        };
    }

    private static IReadOnlyList<Crystal> Guess(StructureText source)
    {
        if (source.Lines.Any(line => CifLine().IsMatch(line))) return CifReader.ReadAll(source);
        if (WholeNumber().IsMatch(source.Lines[0])) return Crystals(new XyzReader(source).Read(), source);
        if (source.Lines.Length > 1 && Numbers().IsMatch(source.Lines[1])) return [new PoscarReader(source).Read()];
        throw source.Error(0, "is no CIF, POSCAR or XYZ file; name it with its extension (.cif, .vasp, .xyz) to see what is wrong with it.");
    }

    private static IReadOnlyList<Crystal> Crystals(IReadOnlyList<XyzFrame> frames, StructureText source) =>
        [.. frames.Select(frame => frame.Crystal
            ?? throw source.Error(2, "the frame has no Lattice=\"...\" and is a molecule; read it with Xyz.Read, or add its cell to the comment line."))];

    [GeneratedRegex(@"^\s*(data_|_cell[_.]|loop_)", RegexOptions.IgnoreCase)]
    private static partial Regex CifLine();

    [GeneratedRegex(@"^\s*\d+\s*$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\s*[-+]?[\d.]+(\s|$)")]
    private static partial Regex Numbers();
}
