namespace MatNotebooks.Cluster.Slurm;

/// <summary>A command of Slurm that failed.</summary>
internal sealed class SlurmException(string message, SlurmRefusal refusal) : Exception(message)
{
    public SlurmRefusal Refusal => refusal;
}

/// <summary>Why a command of Slurm failed.</summary>
internal enum SlurmRefusal
{
    /// <summary>Slurm does not take what was asked, now or later.</summary>
    Rejected,

    /// <summary>A limit of the user or of the controller is reached; later there is room.</summary>
    Full,

    /// <summary>The controller does not answer.</summary>
    NoAnswer,
}
