using MatNotebooks.Crystals;
using MatNotebooks.Quantities;

namespace MatNotebooks.Datasets.Sources;

/// <summary>The octet table: compounds AB of eight valence electrons in rocksalt and zincblende, computed with PBE by this project.</summary>
/// <remarks>Recipe, columns and limits: data/octet/SOURCE.md.</remarks>
public sealed class OctetDataset
{
    private OctetDataset(IReadOnlyList<OctetRecord> records)
    {
        Records = records;
        Series =
        [
            .. records.GroupBy(record => (record.Compound, record.Prototype))
                .Select(rows => new OctetSeries(rows.Key.Compound, rows.Key.Prototype, [.. rows.OrderBy(row => row.LatticeConstant)])),
        ];
    }

    /// <summary>Where the table lies that ships with the project.</summary>
    public static string ShippedPath => Path.Combine(DataFolders.Shipped, "octet", "octet_pbe.jsonl.gz");

    /// <summary>What is known of each crystal, with units.</summary>
    public static IReadOnlyList<PropertyKey> Properties { get; } =
    [
        new("energy_eV", "eV", Extent.PerCell),
        new("gap_eV", "eV", Extent.Intensive),
        new("direct_gap_eV", "eV", Extent.Intensive),
        new("pressure_GPa", "GPa", Extent.Intensive),
    ];

    /// <summary>The calculations in the order of the file.</summary>
    public IReadOnlyList<OctetRecord> Records { get; }

    /// <summary>The same by compound and structure, each by growing lattice constant.</summary>
    public IReadOnlyList<OctetSeries> Series { get; }

    /// <summary>The compounds in the order of the file.</summary>
    public IEnumerable<string> Compounds => Series.Select(series => series.Compound).Distinct();

    /// <summary>Reads the table.</summary>
    /// <param name="path">A file of the same columns; the default is the one that ships.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BadRecordException">A row cannot be read; the message names it.</exception>
    public static OctetDataset Load(string? path = null) => new([.. StructureRecords.Read(path ?? ShippedPath).Select(OctetRow.Read)]);

    /// <summary>Reads the rows that can be read.</summary>
    /// <param name="path">A file of the same columns.</param>
    /// <param name="onBadRecord">Is told of every row that was left out.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static OctetDataset Load(string path, Action<BadRecord> onBadRecord)
    {
        var records = new List<OctetRecord>();
        foreach (var row in StructureRecords.Read(path, onBadRecord))
        {
            try
            {
                records.Add(OctetRow.Read(row));
            }
            catch (BadRecordException bad)
            {
                onBadRecord(bad.Record);
            }
        }
        return new(records);
    }

    /// <summary>Writes a table as it is read, sorted by id.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file, which is replaced.</param>
    /// <param name="records">The calculations.</param>
    public static void Write(string path, IEnumerable<OctetRecord> records) => OctetRow.WriteAll(path, records);
}
