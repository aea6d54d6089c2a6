using System.Diagnostics;
using MatNotebooks.Cluster;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Arem;

/// <summary>A Slurm of two nodes of one core each on this machine (environment/slurm), started when it is first needed.</summary>
internal sealed class TestCluster(string home) : IDisposable
{
    private static readonly string Scripts = Path.Combine(DataFolders.Repository, "environment", "slurm");

    private bool isUp;

    /// <summary>What this machine lacks for a cluster of its own; null, with the cluster up, where it lacks nothing.</summary>
    public string? Missing
    {
        get
        {
            if (isUp) return null;
            if (new[] { "munged", "slurmctld", "slurmd", "sbatch" }.FirstOrDefault(program => ProgramPath.Find(program) is null) is { } program) return $"{program} (Debian: slurm-wlm, munge)";
            if (!Environment.IsPrivilegedProcess) return "root, as whom slurmd starts jobs";
            if (Directory.Exists(home))
            {
                Run(Path.Combine(Scripts, "down.sh"), home); // of a run that was killed
                Directory.Delete(home, recursive: true);
            }
            Run(Path.Combine(Scripts, "up.sh"), home, "2");
            Environment.SetEnvironmentVariable("SLURM_CONF", Path.Combine(home, "slurm.conf"));
            isUp = true;
            return null;
        }
    }

    /// <summary>Takes the second node out of service, or gives it back.</summary>
    public void Drain(bool drain) =>
        Run("scontrol", [.. new[] { "update", "NodeName=n2", drain ? "State=DRAIN" : "State=RESUME" }, .. drain ? new[] { "Reason=maintenance" } : []]);

    public void Dispose()
    {
        if (isUp) Run(Path.Combine(Scripts, "down.sh"), home);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["SLURM_TEST_CORES"] = "1";
        start.Environment["SLURM_TEST_MEMORY_MB"] = "3000";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
    }
}
