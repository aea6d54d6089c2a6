using System.IO.Compression;
using MatNotebooks.Quantities;

namespace MatNotebooks.Datasets.Sources;

/// <summary>Small molecules of H, C, N, O and F with up to nine heavy atoms, relaxed with GFN2-xTB by this project.</summary>
/// <remarks>Recipe, columns and limits: data/molecules/SOURCE.md.</remarks>
public sealed class Gfn2MoleculeDataset
{
    private Gfn2MoleculeDataset(IReadOnlyList<Gfn2Molecule> records) => Records = records;

    /// <summary>Where the table lies that ships with the project.</summary>
    public static string ShippedPath => Path.Combine(DataFolders.Shipped, "molecules", "molecules_gfn2.jsonl.gz");

    /// <summary>What is known of each molecule, with units.</summary>
    public static IReadOnlyList<PropertyKey> Properties { get; } =
    [
        new("energy_eV", "eV", Extent.PerCell),
        new("homo_eV", "eV", Extent.Intensive),
        new("lumo_eV", "eV", Extent.Intensive),
        new("dipole_D", "D", Extent.Intensive),
        new("polarizability_A3", "Å³", Extent.PerCell),
        new("zero_point_energy_eV", "eV", Extent.PerCell),
        new("gap_eV", "eV", Extent.Intensive),
    ];

    /// <summary>The molecules in the order of the file: small ones first.</summary>
    public IReadOnlyList<Gfn2Molecule> Records { get; }

    /// <summary>Reads the table.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file of the same columns; the default is the one that ships.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BadRecordException">A row cannot be read; the message names it.</exception>
    public static Gfn2MoleculeDataset Load(string? path = null)
    {
        path ??= ShippedPath;
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var records = new List<Gfn2Molecule>();
        for (var number = 1; ReadLine(reader, path, number) is { } line; number++)
        {
            try
            {
                records.Add(Gfn2MoleculeRow.Read(line));
            }
            catch (FormatException wrong)
            {
                throw new BadRecordException(new($"{Path.GetFileName(path)}:{number}", wrong.Message), wrong);
            }
        }
        return new(records);
    }

    /// <summary>Writes a table as it is read.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file, which is replaced.</param>
    /// <param name="records">The molecules.</param>
    public static void Write(string path, IEnumerable<Gfn2Molecule> records) => Gfn2MoleculeRow.WriteAll(path, records);

    private static string? ReadLine(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException broken)
        {
            throw new BadRecordException(new($"{Path.GetFileName(path)}:{number}", $"the gzip archive is broken ({broken.Message.TrimEnd('.')}); fetch or pack the file again."), broken);
        }
    }
}
