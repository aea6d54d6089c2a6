namespace MatNotebooks.Cluster.Slurm;

/// <summary>How work goes to a Slurm cluster.</summary>
public sealed record SlurmOptions
{
    /// <summary>Folder for jobs that are under way, on a file system that this machine and every node share. One queue uses it at a time.</summary>
    /// <remarks>It is what a queue finds its jobs by when its process was killed: the next queue of the same folder takes their results.</remarks>
    public required string Folder { get; init; }

    /// <summary>Partition (sbatch --partition). The default is the cluster's own.</summary>
    public string? Partition { get; init; }

    /// <summary>Account that pays (sbatch --account). The default is the user's own.</summary>
    public string? Account { get; init; }

    /// <summary>Quality of service (sbatch --qos). The default is the account's own.</summary>
    public string? Qos { get; init; }

    /// <summary>Features a node must have (sbatch --constraint). The default is none.</summary>
    public string? Constraint { get; init; }

    /// <summary>Jobs that must end first (sbatch --dependency), such as "afterok:4711". The default is none.</summary>
    public string? Dependency { get; init; }

    /// <summary>Further options of sbatch, as they are. The default is none.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Lines of shell before each program, such as ". /etc/profile; module load xtb". The default is none.</summary>
    public string Prologue { get; init; } = "";

    /// <summary>Words before each program, such as "apptainer", "exec", "/shared/codes.sif". The default is none.</summary>
    public IReadOnlyList<string> Container { get; init; } = [];

    /// <summary>Pieces of work in the cluster's queue at a time | 1 to 100,000. The default is 1000.</summary>
    public int MostAtOnce { get; init; } = 1000;

    /// <summary>Elements of one job array | 1 to 1,000,000; fewer where the cluster's MaxArraySize says so. The default is 1000.</summary>
    public int ArraySize { get; init; } = 1000;

    /// <summary>Time between two looks at the queue | 0.1 s to 10 min. The default is 5 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the controller may leave questions without an answer before the queue gives up | 0 s to 1 day. The default is 10 min.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The same settings, when every one is in its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal SlurmOptions Checked()
    {
        Require(!string.IsNullOrWhiteSpace(Folder), nameof(Folder), Folder, "a folder on a shared file system");
        Require(MostAtOnce is >= 1 and <= 100_000, nameof(MostAtOnce), MostAtOnce, "1 to 100000");
        Require(ArraySize is >= 1 and <= 1_000_000, nameof(ArraySize), ArraySize, "1 to 1000000");
        Require(Pause >= TimeSpan.FromSeconds(0.1) && Pause <= TimeSpan.FromMinutes(10), nameof(Pause), Pause, "0.1 s to 10 min");
        Require(Patience >= TimeSpan.Zero && Patience <= TimeSpan.FromDays(1), nameof(Patience), Patience, "0 s to 1 day");
        return this with { Folder = Path.GetFullPath(Folder) };
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds) throw new ArgumentException($"Slurm's {name} is {value}; it must be {range}.");
    }
}
