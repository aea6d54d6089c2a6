using MatNotebooks.Datasets.Splits;
using MatNotebooks.Quantities;

namespace MatNotebooks.Datasets.Sources;

/// <summary>
/// 17,259 of the 45,231 crystals of MP-20 (Materials Project, at most 20 atoms, near the hull) with PBE formation energies and gaps. Not
/// MP-20: most of its training rows are missing.
/// </summary>
/// <remarks>Jain et al., APL Mater. 1, 011002 (2013); Xie et al., ICLR 2022. Data CC-BY 4.0.</remarks>
public static class Mp20Part
{
    private const string RelativePath = "mp20_partial/mp20_partial.jsonl.gz";
    private const string PartKey = "cdvae_split";

    /// <summary>Formation energy | eV/atom.</summary>
    public static PropertyKey FormationEnergy { get; } = new("e_form_eV_atom", "eV/atom", Extent.Intensive);

    /// <summary>Kohn–Sham band gap | eV; 0 is a metal.</summary>
    public static PropertyKey BandGap { get; } = new("gap_eV", "eV", Extent.Intensive);

    /// <summary>Energy above the convex hull | eV/atom.</summary>
    public static PropertyKey EnergyAboveHull { get; } = new("e_above_hull_eV_atom", "eV/atom", Extent.Intensive);

    /// <summary>Reads all rows.</summary>
    /// <exception cref="FileNotFoundException">The set is not on this machine, see <see cref="DataFolders.External"/>.</exception>
    public static IReadOnlyList<StructureRecord> Read() => [.. StructureRecords.Read(DataFolders.ExternalFile(RelativePath))];

    /// <summary>CDVAE's division as far as its rows are here: 2573 train, 7344 decide when to stop, 7342 judge.</summary>
    /// <param name="records">What <see cref="Read"/> gave.</param>
    public static DataSplit Split(IReadOnlyList<StructureRecord> records) => OfficialSplit.Of([.. records.Select(row => row.RequiredText(PartKey))]);
}
