using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>The Materials Project of 2018 with MEGNet's split, on the rows whose structure is here (of 2025).</summary>
internal static class MaterialsProjectTasks
{
    private const double LargestVolume = 80; // Å³ per atom; expanded cells beyond are defects of the source
    private const int MostAtoms = 20; // of a small cell
    private const string FormationEnergy = "e_form_2018_eV_atom", BandGap = "gap_pbe_2018_eV";

    private static readonly TableTarget Energy = new("formation_energy", "eV/atom"), Gap = new("gap", "eV");

    /// <summary>The tasks: small cells first.</summary>
    public static IReadOnlyList<TableTask> All { get; } =
    [
        Task("mp_small_energy", small: true, Energy, FormationEnergy, epochs: 60, new ElementReferencedTargets()) with { Seeds = 2 },
        Task("mp_small_gap", small: true, Gap, BandGap, epochs: 40, new StandardizedTargets()),
        Task("mp_energy", small: false, Energy, FormationEnergy, epochs: 40, new ElementReferencedTargets()),
        Task("mp_gap", small: false, Gap, BandGap, epochs: 30, new StandardizedTargets()),
    ];

    /// <summary>The rows of MEGNet's split; defective cells do not train, but judge as they do for the others.</summary>
    /// <param name="small">Only cells of 20 atoms at most.</param>
    /// <param name="key">Key of the target.</param>
    public static TaskRows Read(bool small, string key)
    {
        var records = DatasetCatalogue.Find("mp_structures")
            .ReadStructures(row => row.Text("megnet_split") is not null && (!small || row.RequiredNumber("nsites") <= MostAtoms))
            .Select(record => (Sample: new Sample(record.Id, record.Crystal, [record.RequiredNumber(key)]) { Group = record.Formula }, Part: record.RequiredText("megnet_split")))
            .ToArray();
        var split = OfficialSplit.Of([.. records.Select(record => record.Part)]);
        var whole = split.Train.Where(row => records[row].Sample.Crystal is var crystal && crystal.Volume / crystal.Sites.Length <= LargestVolume);
        return new([.. records.Select(record => record.Sample)], [new DataSplit(whole, [], split.Test)]);
    }

    private static TableTask Task(string name, bool small, TableTarget target, string key, int epochs, TargetTransform transform) => new()
    {
        Name = name,
        Dataset = small ? "mp_2018_small" : "mp_2018",
        Targets = [target],
        Division = $"MEGNet's split, the rows whose structure is here{(small ? " and has 20 atoms at most" : "")}, its validation rows not used",
        Recipe = TaskRecipes.Network(epochs, 128, transform),
        Shape = TaskRecipes.Large,
        Seeds = 1,
        Read = () => Read(small, key),
        Peers = rows => new LeaderboardPredictions($"leaderboards/megnet_{(key == FormationEnergy ? "e_form" : "gappbe")}_test_predictions.csv.gz").On(rows, target.Name, id => id),
    };
}
