using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Graphs;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>Tasks of Matbench on its official folds; of those with structure, the rows whose structure is here.</summary>
internal static class MatbenchTasks
{
    private const string Leaderboard = "quoted: matbench leaderboard v0.1";
    private const string Folds = "five official folds";

    private static readonly TableTarget Modulus = new("log10_shear_modulus", "log10(GPa)"), Bulk = new("log10_bulk_modulus", "log10(GPa)");
    private static readonly TableTarget Gap = new("gap", "eV"), Strength = new("yield_strength", "MPa");

    /// <summary>Phonons.</summary>
    public static TableTask Phonons { get; } = new()
    {
        Name = "matbench_phonons",
        Targets = [new("last_phdos_peak", "1/cm")],
        Division = Folds,
        Recipe = PhononStudy.Recipe,
        Read = () => OfRecords([.. DatasetCatalogue.Find("matbench_phonons").ReadStructures()]),
        Published =
        [
            .. new (string, double)[] { ("MegNet", 28.7606), ("SchNet", 38.9636) }
                .Select(one => new PublishedError("last_phdos_peak", one.Item1, one.Item2, Leaderboard)),
        ],
        Peers = rows => Predictions("phonons").On(rows, "last_phdos_peak", id => id),
    };

    /// <summary>Perovskites of five atoms.</summary>
    public static TableTask Perovskites { get; } = new()
    {
        Name = "matbench_perovskites",
        Targets = [new("formation_energy", "eV/cell")],
        Division = $"{Folds}, the 11679 of 18928 rows whose structure is here",
        Shape = TaskRecipes.Large,
        Recipe = TaskRecipes.Network(120, 64, new ElementReferencedTargets()),
        Read = () => OfRecords([.. DatasetCatalogue.Find("matbench_perovskites").ReadStructures()]),
        Peers = rows => Predictions("perovskites").On(rows, "formation_energy", id => id),
    };

    /// <summary>Moduli, both by one network: their tasks have the same rows and folds.</summary>
    public static TableTask Moduli { get; } = new()
    {
        Name = "matbench_log_moduli",
        Targets = [Modulus, Bulk],
        Division = $"{Folds}, the 8779 of 10987 rows whose structure is here, as the Materials Project has it today",
        Recipe = TaskRecipes.Network(100, 64, new StandardizedTargets()),
        Seeds = 1,
        Read = ReadModuli,
        Peers = rows => Predictions("log_gvrh").On(rows, Modulus.Name, id => id)
            .Concat(Predictions("log_kvrh").On(rows, Bulk.Name, id => id.Replace("gvrh", "kvrh", StringComparison.Ordinal))),
    };

    /// <summary>Measured gaps, of formulas.</summary>
    public static TableTask ExperimentalGaps { get; } = new()
    {
        Name = "matbench_expt_gap",
        Targets = [Gap],
        Division = Folds,
        Graphs = Apart,
        Models = TableModels.WithoutStructure,
        Recipe = TaskRecipes.Network(100, 64, new StandardizedTargets()),
        Read = () => OfFormulas("matbench_expt_gap", shares: false),
        Published =
        [
            .. new (string, double)[] { ("Darwin", 0.2865), ("Ax-SAASBO-CrabNet", 0.3310), ("MODNet", 0.3327), ("CrabNet", 0.3463), ("RF-SCM-Magpie", 0.4461) }
                .Select(one => new PublishedError(Gap.Name, one.Item1, one.Item2, Leaderboard)),
        ],
    };

    /// <summary>Yield strengths of steels, of formulas; the share of each element is given as a condition, as traces decide.</summary>
    public static TableTask Steels { get; } = new()
    {
        Name = "matbench_steels",
        Targets = [Strength],
        Division = Folds,
        Graphs = Apart,
        Models = TableModels.WithoutStructure,
        Recipe = TaskRecipes.Gentle(150, new StandardizedTargets()),
        Seeds = 4,
        Read = () => OfFormulas("matbench_steels", shares: true),
        Published =
        [
            .. new (string, double)[] { ("TPOT-Mat", 79.9468), ("MODNet", 87.7627), ("RF-SCM-Magpie", 103.5125), ("CrabNet", 107.3160) }
                .Select(one => new PublishedError(Strength.Name, one.Item1, one.Item2, Leaderboard)),
        ],
    };

    private static LeaderboardPredictions Predictions(string task) => new($"leaderboards/matbench_{task}_predictions.csv.gz");

    private static GraphOptions Apart => new() { Cutoff = FormulaCrystal.NoArrangement, MaxNeighbors = null };

    private static TaskRows OfRecords(IReadOnlyList<StructureRecord> records) => new(
        [.. records.Select(record => new Sample(record.Id, record.Crystal, [record.RequiredNumber("target")]) { Group = record.Formula })],
        OfficialFolds.Of([.. records.Select(record => record.RequiredText("fold"))], seed: 0, validation: 0));

    private static TaskRows ReadModuli()
    {
        var bulk = DatasetCatalogue.Find("matbench_log_kvrh").ReadFormulas().ToDictionary(row => Number(row.Id));
        StructureRecord[] records = [.. DatasetCatalogue.Find("matbench_log_gvrh").ReadStructures()];
        var samples = records.Select(record => bulk[Number(record.Id)] is var other && other.Text("fold") == record.Text("fold")
            ? new Sample(record.Id, record.Crystal, [record.RequiredNumber("target"), other.RequiredNumber("target")]) { Group = record.Formula }
            : throw new InvalidDataException($"{record.Id} is in fold {record.Text("fold")}, {other.Id} in {other.Text("fold")}; both tasks must have the same folds."));
        return new([.. samples], OfficialFolds.Of([.. records.Select(record => record.RequiredText("fold"))], seed: 0, validation: 0));
    }

    private static string Number(string id) => id[(id.LastIndexOf('-') + 1)..];

    private static TaskRows OfFormulas(string dataset, bool shares)
    {
        var rows = DatasetCatalogue.Find(dataset).ReadFormulas().ToArray();
        var contents = rows.Select(row => row.Composition).ToArray();
        Element[] elements = shares ? [.. contents.SelectMany(content => content.Elements).Distinct().OrderBy(element => element.Number)] : [];
        var samples = rows.Zip(contents, (row, content) => new Sample(row.Id, FormulaCrystal.Of(content, row.Id), [row.RequiredNumber("target")])
        {
            Conditions = [.. elements.Select(content.Fraction)],
            Group = content.ReducedFormula,
        });
        return new([.. samples], OfficialFolds.Of([.. rows.Select(row => row.RequiredText("fold"))], seed: 0, validation: 0));
    }
}
