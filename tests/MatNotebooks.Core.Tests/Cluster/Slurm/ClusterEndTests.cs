using System.Diagnostics;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

public sealed class ClusterEndTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slurm-end-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_job_started_ends_with_the_cluster_and_what_a_user_started_goes_on()
    {
        folder.CreateSubdirectory("pids");
        var configuration = Path.Combine(folder.FullName, "slurm.conf");
        using var users = Sleeper(("SLURM_CONF", configuration));
        using var job = Sleeper(("SLURM_CONF", configuration), ("SLURMD_NODENAME", "n1"));
        using var others = Sleeper(("SLURM_CONF", "/etc/slurm/slurm.conf"), ("SLURMD_NODENAME", "n1"));
        try
        {
            using var down = Process.Start(Path.Combine(SlurmCluster.Scripts, "down.sh"), folder.FullName);
            await down.WaitForExitAsync();
            Assert.Equal(0, down.ExitCode);
            await job.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.False(users.HasExited);
            Assert.False(others.HasExited);
        }
        finally
        {
            foreach (var process in new[] { users, job, others }) process.Kill();
        }
    }

    private static Process Sleeper(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("sleep", ["300"]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
