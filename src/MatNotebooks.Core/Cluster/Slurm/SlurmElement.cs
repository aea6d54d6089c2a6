namespace MatNotebooks.Cluster.Slurm;

/// <summary>An element of a job array as Slurm sees it.</summary>
/// <param name="State">Its state in Slurm's word, such as "RUNNING".</param>
/// <param name="Node">Its node; empty where it has none yet.</param>
/// <param name="JobName">Name of the array.</param>
/// <param name="Reason">Why it waits or failed, in Slurm's word; "None" where it does neither.</param>
internal sealed record SlurmElement(string State, string Node, string JobName, string Reason)
{
    /// <summary>Whether Slurm will do no more about it.</summary>
    public bool HasEnded => State is "COMPLETED" or "FAILED" or "TIMEOUT" or "CANCELLED" or "OUT_OF_MEMORY" or "NODE_FAIL" or "BOOT_FAIL" or "DEADLINE" or "PREEMPTED";

    /// <summary>Whether its node failed or was taken away, so that it does better elsewhere.</summary>
    public bool LostItsNode => State is "NODE_FAIL" or "BOOT_FAIL" or "PREEMPTED";

    /// <summary>Whether Slurm holds it back because a node did not start it.</summary>
    public bool IsHeldAfterLaunch => State == "PENDING" && Reason.Contains("launch failed", StringComparison.OrdinalIgnoreCase);
}
