using System.Globalization;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>
/// QM9 as it was published: 133,885 files in a tar archive, packed with bzip2, read one by one. The molecules that failed the authors'
/// check of geometry (uncharacterized.txt) are left out, as convention has it.
/// </summary>
/// <remarks>Ramakrishnan, Dral, Rupp, von Lilienfeld, Sci. Data 1, 140022 (2014).</remarks>
/// <param name="folder">The folder that holds the files.</param>
/// <param name="download">Their names: the archive, the list of the uncharacterised, the energies of free atoms.</param>
internal sealed class Qm9Archive(string folder, DatasetDownload download)
{
    private const int HeaderLines = 9; // of uncharacterized.txt

    /// <exception cref="BadRecordException">While rows are taken: a file cannot be read.</exception>
    public IEnumerable<MoleculeRecord> Read()
    {
        var (archive, uncharacterised, atoms) = (PathOf(0), Uncharacterised(PathOf(1)), AtomEnergies(PathOf(2)));
        foreach (var (name, text) in TarFiles.Read(archive, ".xyz"))
            if (Record(text, name, atoms) is var (index, record) && !uncharacterised.Contains(index))
                yield return record;
    }

    private string PathOf(int file) => Path.Combine(folder, download.Files[file].Name);

    private static (int Index, MoleculeRecord Record) Record(string text, string name, IReadOnlyDictionary<Element, double[]> atoms)
    {
        try
        {
            return Qm9File.Parse(text, atoms) is var row ? (row.Index, row.Record with { Origin = name }) : default;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new BadRecordException(new(name, wrong.Message), wrong);
        }
    }

    private static HashSet<int> Uncharacterised(string path)
    {
        FilesRead.Note(path);
        var lines = File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Skip(HeaderLines).SkipLast(1).ToArray();
        var indices = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ToArray();
        return Array.Find(indices, word => !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } odd
            ? throw new BadRecordException(new(Path.GetFileName(path), $"a row begins with \"{odd}\", not with the number of a molecule."))
            : [.. indices.Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
    }

    // Rows of element, zero-point energy, U at 0 K, U, H and G at 298.15 K, heat capacity.
    private static Dictionary<Element, double[]> AtomEnergies(string path)
    {
        FilesRead.Note(path);
        var rows = from line in File.ReadLines(path)
                   let words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                   where words.Length >= 6 && PeriodicTable.TryFind(words[0], out _) && words.Skip(1).All(word => double.TryParse(word, CultureInfo.InvariantCulture, out _))
                   select (Element: PeriodicTable.Find(words[0]), Energies: words[2..6].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray());
        return rows.ToDictionary(row => row.Element, row => row.Energies);
    }
}
