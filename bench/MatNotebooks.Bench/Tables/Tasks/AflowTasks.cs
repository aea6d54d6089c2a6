using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>AFLOW's elastic and thermal properties with structures and the published split.</summary>
internal static class AflowTasks
{
    private const string Source = "quoted: CrabNet repository metrics/all_metrics.csv (Wang et al. 2021)";
    private static readonly string[] CompositionModels = ["Roost", "CrabNet", "HotCrab", "ElemNet", "RF-Magpie"];

    private static readonly TableTarget Bulk = new("bulk_modulus_vrh", "GPa"), Shear = new("shear_modulus_vrh", "GPa"), Debye = new("debye_temperature", "K");
    private static readonly TableTarget Conductivity = new("thermal_conductivity_300K", "W/(m K)"), Expansion = new("thermal_expansion_300K", "1/K");

    /// <summary>The tasks.</summary>
    public static IReadOnlyList<TableTask> All { get; } =
    [
        Task("aflow_elastic", "split_ael", [Bulk, Shear, Debye], ["bulk_modulus_vrh_GPa", "shear_modulus_vrh_GPa", "debye_temperature_K"], new LogarithmicTargets()) with
        {
            Published =
            [
                .. Published(Bulk, 8.820, 8.692, 9.103, 12.119, 11.907),
                .. Published(Shear, 9.983, 9.082, 9.430, 13.319, 10.094),
                .. Published(Debye, 37.17, 33.46, 35.75, 45.72, 36.48),
            ],
        },
        Task("aflow_conductivity", "split_agl", [Conductivity], ["thermal_conductivity_300K_W_mK"], new LogarithmicTargets()) with
        {
            Published = Published(Conductivity, 2.703, 2.318, 2.254, 3.322, 2.658),
        },
        Task("aflow_expansion", "split_agl", [Expansion], ["thermal_expansion_300K_1_K"], new StandardizedTargets()) with // a few are negative: no logarithm
        {
            Published = Published(Expansion, 3.69e-6, 3.85e-6, 3.88e-6, 5.42e-6, 5.44e-6),
        },
    ];

    private static TableTask Task(string name, string split, TableTarget[] targets, string[] keys, TargetTransform transform) => new()
    {
        Name = name,
        Dataset = "aflow",
        Targets = targets,
        Division = "published split, its validation rows not used",
        Recipe = TaskRecipes.Network(200, 64, transform),
        Seeds = 4,
        Read = () =>
        {
            var records = DatasetCatalogue.Find("aflow").ReadStructures().Where(record => record.Text(split) is not null).ToArray();
            return new(
                [.. records.Select(record => new Sample(record.Id, record.Crystal, [.. keys.Select(record.RequiredNumber)]) { Group = record.Formula })],
                [OfficialSplit.Of([.. records.Select(record => record.RequiredText(split))]).WithoutValidation()]);
        },
    };

    private static PublishedError[] Published(TableTarget target, params double[] errors) =>
        [.. CompositionModels.Zip(errors, (model, error) => new PublishedError(target.Name, model, error, Source))];
}
