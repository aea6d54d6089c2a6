namespace MatNotebooks.Cluster.Slurm;

/// <summary>A program that a queue was asked to run, on its way through the cluster.</summary>
internal sealed class SlurmTask(string key, ProcessJob job, Demand demand)
{
    /// <summary>Name of its folder: a hash of everything that decides what it does.</summary>
    public string Key => key;

    /// <summary>The program.</summary>
    public ProcessJob Job => job;

    /// <summary>What it needs.</summary>
    public Demand Demand => demand;

    /// <summary>The array it was submitted with; null while it waits for that.</summary>
    public SlurmArray? Array { get; set; }

    /// <summary>Its index in the array.</summary>
    public int Index { get; set; }

    /// <summary>Who waits for it; with the last it is cancelled.</summary>
    public int Waiters { get; set; }

    /// <summary>How often it was lost and submitted again.</summary>
    public int Losses { get; set; }

    /// <summary>How often Slurm held it back and it was let go.</summary>
    public int Releases { get; set; }

    /// <summary>When Slurm first called it ended although it has no result; null while that is not so.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Where it ran, such as "Slurm job 12_3 on node7".</summary>
    public string? Where { get; set; }

    /// <summary>Its outcome, when it has one.</summary>
    public TaskCompletionSource<ProcessOutcome> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its name in Slurm.</summary>
    public string Name => Array?.Id is { } id ? $"Slurm job {id}_{Index}" : "Slurm job not submitted yet";
}
