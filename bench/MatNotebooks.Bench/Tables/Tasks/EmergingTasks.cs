using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>The paper's "emerging" materials: monolayers and superconductors.</summary>
internal static class EmergingTasks
{
    private const int Folds = 5;
    private const string Leaderboard = "computed from JARVIS-Leaderboard predictions on these test rows";

    private static readonly string[] Rivals = [TableModels.GemPpm, "cgcnn", "schnet", "transformer", "random-forest", "ridge"];
    private static readonly string[] Keys = ["bandgap", "decomposition_energy", "exfoliation_energy_per_atom"];

    /// <summary>Monolayers of 2DMatPedia; what is not known of a row is neither learned nor judged.</summary>
    public static TableTask Monolayers { get; } = new()
    {
        Name = "2dmatpedia",
        Targets = [new("gap", "eV"), new("decomposition_energy", "eV/atom"), new("exfoliation_energy", "eV/atom")],
        Division = "five folds of whole formulas",
        Models = Rivals,
        Recipe = TaskRecipes.Network(200, 32, new StandardizedTargets()),
        Read = () =>
        {
            var records = DatasetCatalogue.Find("2dmatpedia").ReadStructures().ToArray();
            return new(
                [.. records.Select(record => new Sample(record.Id, record.Crystal, [.. Keys.Select(key => record.Number(key) ?? double.NaN)]) { Group = record.Formula })],
                GroupFolds.Of([.. records.Select(record => record.Formula)], Folds, seed: 0, validation: 0));
        },
    };

    /// <summary>Critical temperatures of JARVIS-DFT.</summary>
    public static TableTask Superconductors { get; } = new()
    {
        Name = "jarvis_supercon",
        Targets = [new("Tc", "K")],
        Division = "published split, its validation rows not used",
        Models = Rivals,
        Recipe = TaskRecipes.Gentle(150, new StandardizedTargets()),
        Seeds = 6,
        Read = () =>
        {
            var records = DatasetCatalogue.Find("jarvis_supercon").ReadStructures().Where(record => record.Text("split_Tc") is not null).ToArray();
            return new(
                [.. records.Select(record => new Sample(record.Id, record.Crystal, [record.RequiredNumber("Tc_K")]) { Group = record.Formula })],
                [OfficialSplit.Of([.. records.Select(record => record.RequiredText("split_Tc"))]).WithoutValidation()]);
        },
        Published =
        [
            .. new (string, double)[] { ("AtomGPT", 1.52), ("CFID", 2.00), ("ALIGNN", 2.03), ("CGCNN", 2.57), ("mean-of-training", 2.72) }
                .Select(one => new PublishedError("Tc", one.Item1, one.Item2, Leaderboard)),
        ],
    };
}
