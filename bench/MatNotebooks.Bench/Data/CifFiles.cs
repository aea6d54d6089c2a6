using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Data;

/// <summary>Crystals of mp20_partial as CIF files in a folder of their own, each in P1 and with its symmetry.</summary>
internal sealed class CifFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb-bench-cif-").FullName;

    public CifFiles(int count)
    {
        var crystals = StructureRecords.Read(DataFolders.ExternalFile("mp20_partial/mp20_partial.jsonl.gz")).Select(record => record.Crystal).ToArray();
        var stride = Math.Max(1, crystals.Length / count);
        Crystal[] chosen = [.. crystals.Where((_, index) => index % stride == 0)];
        Plain = [.. chosen.Select((crystal, index) => Write($"{index:d4}-p1.cif", Cif.Write(crystal)))];
        Symmetric = [.. chosen.Select((crystal, index) => Write($"{index:d4}-symmetric.cif", Cif.WriteSymmetric(crystal)))];
    }

    /// <summary>Files that list every site.</summary>
    public IReadOnlyList<string> Plain { get; }

    /// <summary>Files that list one site of each orbit, and the operations.</summary>
    public IReadOnlyList<string> Symmetric { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
