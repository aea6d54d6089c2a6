using System.Diagnostics;
using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

public sealed class SlurmSpoolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("spool-").FullName;

    /// <summary>A program that ended just as its campaign was cancelled: the next queue takes its result and knows nothing of the array.</summary>
    [Fact]
    public void A_result_names_its_job_and_node_by_itself()
    {
        var job = new ProcessJob("/bin/echo", ["made"], "", TimeSpan.FromMinutes(1));
        var options = new SlurmOptions { Folder = folder };
        using var spool = new SlurmSpool(folder);
        var key = SlurmSpool.Key(job, options);
        spool.Stage(key, job, options);
        var start = new ProcessStartInfo("/bin/sh", ["./run.sh"]) { WorkingDirectory = Path.Combine(spool.Jobs, key) };
        foreach (var (name, value) in new[] { ("SLURM_JOB_ID", "15"), ("SLURM_ARRAY_JOB_ID", "12"), ("SLURM_ARRAY_TASK_ID", "3"), ("SLURMD_NODENAME", "node7") })
            start.Environment[name] = value;
        using var node = Process.Start(start)!;
        Assert.True(node.WaitForExit(TimeSpan.FromMinutes(1)), "the job's script has not ended after a minute");
        var result = spool.Result(key, job);
        Assert.Equal(("made\n", "Slurm job 12_3 on node7"), (result?.Outcome.Output, result?.Where));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
