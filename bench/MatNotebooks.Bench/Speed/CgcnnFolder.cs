using System.Globalization;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Speed;

/// <summary>Crystals in a folder of their own as the published CGCNN code reads them: id_prop.csv, atom_init.json, one CIF file each.</summary>
internal sealed class CgcnnFolder : IDisposable
{
    /// <param name="records">The crystals.</param>
    /// <param name="target">Key of what is learned.</param>
    /// <param name="checkout">The reference's checkout, which has the table of elements; null to leave that out.</param>
    public CgcnnFolder(IReadOnlyList<StructureRecord> records, string target, string? checkout)
    {
        Path = Directory.CreateTempSubdirectory("matnb-bench-cgcnn-").FullName;
        Files = [.. records.Select((_, place) => System.IO.Path.Combine(Path, $"{place}.cif"))];
        foreach (var (place, record) in records.Index()) File.WriteAllText(Files[place], Cif.Write(record.Crystal));
        File.WriteAllLines(
            System.IO.Path.Combine(Path, "id_prop.csv"),
            records.Select((record, place) => string.Create(CultureInfo.InvariantCulture, $"{place},{record.RequiredNumber(target)}")));
        if (checkout is null) return;
        var elements = System.IO.Path.Combine(checkout, "data", "sample-regression", "atom_init.json");
        if (!File.Exists(elements))
            throw new FileNotFoundException($"{elements} is not there; --reference must be a checkout of github.com/txie-93/cgcnn.");
        File.Copy(elements, System.IO.Path.Combine(Path, "atom_init.json"));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The CIF files, in the order of the records.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
