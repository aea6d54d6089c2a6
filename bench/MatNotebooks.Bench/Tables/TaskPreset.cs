using MatNotebooks.Training;

namespace MatNotebooks.Bench.Tables;

/// <summary>How much of a task is computed.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Suffix">What stands behind the model in the rows, so that they do not replace those of another preset.</param>
/// <param name="EpochShare">What the epochs of a recipe are multiplied with.</param>
internal sealed record TaskPreset(string Name, string Suffix, double EpochShare)
{
    private const int FewestEpochs = 2;

    /// <summary>Seeds of each fold; null for the task's.</summary>
    public int? Seeds { get; init; }

    /// <summary>Folds; null for all.</summary>
    public int? Folds { get; init; }

    /// <summary>Rows to train on at most; null for all.</summary>
    public int? TrainingRows { get; init; }

    /// <summary>What the width of GEM-PPM is multiplied with.</summary>
    public int Width { get; init; } = 1;

    /// <summary>Whether a fifth of the training rows of the first fold judges what learned from the rest, and no test row is looked at.</summary>
    public bool InsideTraining { get; init; }

    /// <summary>Whether its rows are for the eye alone and stay out of the committed results.</summary>
    public bool IsTrial { get; init; }

    /// <summary>A few minutes, to see that everything runs: a tenth of the epochs, one fold, one seed, at most 2000 rows to train on.</summary>
    public static TaskPreset Quick { get; } = new("quick", "@quick", 0.1) { Seeds = 1, Folds = 1, TrainingRows = 2000, IsTrial = true };

    /// <summary>The committed results: the recipe of each task, on processors.</summary>
    public static TaskPreset Cpu { get; } = new("cpu", "", 1);

    /// <summary>Full size: twice the width and the epochs, five seeds. It runs anywhere, in reasonable time on a GPU.</summary>
    public static TaskPreset Gpu { get; } = new("gpu", "@gpu", 2) { Seeds = 5, Width = 2 };

    /// <summary>For choosing a recipe: a third of the epochs, inside the training rows of the first fold.</summary>
    public static TaskPreset Tune { get; } = new("tune", "@tune", 1.0 / 3) { Seeds = 1, Folds = 1, InsideTraining = true, IsTrial = true };

    /// <summary>All presets.</summary>
    public static IReadOnlyList<TaskPreset> All { get; } = [Quick, Cpu, Gpu, Tune];

    /// <summary>The task in this size.</summary>
    public TableTask Of(TableTask task) => task with
    {
        Recipe = Of(task.Recipe),
        Shape = task.Shape with { Width = task.Shape.Width * Width },
        Seeds = Seeds ?? task.Seeds,
        Read = () => (InsideTraining ? task.Read().InsideTraining() : task.Read()).Limited(Folds, TrainingRows),
    };

    private TrainerOptions Of(TrainerOptions recipe) => recipe with { Epochs = Math.Max(FewestEpochs, (int)(recipe.Epochs * EpochShare)) };
}
