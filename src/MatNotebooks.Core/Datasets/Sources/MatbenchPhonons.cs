using MatNotebooks.Datasets.Splits;
using MatNotebooks.Quantities;

namespace MatNotebooks.Datasets.Sources;

/// <summary>
/// The last peak of the phonon density of states of 1265 crystals, computed by density-functional perturbation theory: Matbench's task
/// <c>matbench_phonons</c> with its own structures and official folds.
/// </summary>
/// <remarks>Petretto et al., Sci. Data 5, 180065 (2018); Dunn et al., npj Comput. Mater. 6, 138 (2020). Data CC-BY 4.0.</remarks>
public static class MatbenchPhonons
{
    /// <summary>How many rows the official task has.</summary>
    public const int Rows = 1265;

    private const string RelativePath = "mp_phonon_dielectric/mp_phonon_dielectric.jsonl.gz";
    private const string IdKey = "mb_id";
    private const string FoldKey = "mb_fold";

    /// <summary>What is predicted: the frequency of the last peak | 1/cm.</summary>
    public static PropertyKey Target { get; } = new("last_phdos_peak", "1/cm", Extent.Intensive);

    /// <summary>Reads the official rows in the official order.</summary>
    /// <exception cref="FileNotFoundException">The set is not on this machine, see <see cref="DataFolders.External"/>.</exception>
    /// <exception cref="InvalidDataException">The file has another number of official rows.</exception>
    public static IReadOnlyList<StructureRecord> Read()
    {
        var path = DataFolders.ExternalFile(RelativePath);
        var official = StructureRecords.Read(path).Where(row => row.Text(IdKey) is not null);
        StructureRecord[] rows = [.. official.OrderBy(row => row.Text(IdKey), StringComparer.Ordinal)];
        return rows.Length == Rows
            ? rows
            : throw new InvalidDataException($"{path} has {rows.Length} official rows; the task has {Rows}. Fetch the file again.");
    }

    /// <summary>The five official folds: each test fold is Matbench's, the validation rows are taken out of the other four.</summary>
    /// <param name="records">What <see cref="Read"/> gave.</param>
    /// <param name="seed">Seed that takes the validation rows out.</param>
    /// <param name="validation">Share of the other four folds | 0 to 1. The default is 0.1.</param>
    public static IReadOnlyList<DataSplit> Folds(IReadOnlyList<StructureRecord> records, int seed, double validation = 0.1) =>
        OfficialFolds.Of([.. records.Select(row => row.RequiredText(FoldKey))], seed, validation);
}
