using MatNotebooks.Cluster;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>A test on a real Slurm of two nodes, where this machine can be one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute()
    {
        var missing = new[] { "munged", "slurmctld", "slurmd", "sbatch" }.FirstOrDefault(program => ProgramPath.Find(program) is null);
        if (missing is not null) Skip = $"{missing} is not in PATH (Debian: apt install slurm-wlm munge)";
        else if (!Environment.IsPrivilegedProcess) Skip = "a Slurm of one's own needs root: slurmd starts jobs as their users";
        else if (!File.ReadLines("/proc/mounts").Any(line => line.Contains(" /sys/fs/cgroup ", StringComparison.Ordinal))) Skip = "slurmd needs control groups, and nothing is mounted at /sys/fs/cgroup";
    }
}
