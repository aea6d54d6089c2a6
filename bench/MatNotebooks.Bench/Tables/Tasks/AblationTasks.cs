namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>GEM-PPM with one part changed at a time, at half the epochs of the tables.</summary>
internal static class AblationTasks
{
    private static readonly string[] Models = [TableModels.GemPpm, .. Ablation.All.Select(ablation => ablation.Model)];

    /// <summary>Elastic properties.</summary>
    public static TableTask Elastic { get; } = Of(AflowTasks.All[0]) with { Seeds = 2 };

    /// <summary>Phonons.</summary>
    public static TableTask Phonons { get; } = Of(MatbenchTasks.Phonons) with { Seeds = 1 };

    private static TableTask Of(TableTask task) => task with
    {
        Name = $"ablation_{task.Name}",
        Dataset = task.Dataset,
        Models = Models,
        Published = [],
        Recipe = task.Recipe with { Epochs = task.Recipe.Epochs / 2 },
    };
}
