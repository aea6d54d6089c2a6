using System.Runtime.Versioning;
using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>What a cluster does only on a bad day, with scripts in the place of Slurm's commands that answer in its words.</summary>
[Collection("Slurm")]
[UnsupportedOSPlatform("windows")]
public sealed class SlurmTroubleTests : IDisposable
{
    // Submits with the next id, and notes the array's name and size; its elements run when "runs" is there.
    private const string Submit = """
        for word; do case $word in --array=1-*) size=${word#--array=1-} ;; --job-name=*) name=${word#--job-name=} ;; esac; script=$word; done
        id=$(( $(cat "$here/id" 2>/dev/null || echo 100) + 1 )); echo $id > "$here/id"; echo "$id $name $size" >> "$here/submitted"
        [ -e "$here/runs" ] && (for i in $(seq $size); do SLURM_ARRAY_TASK_ID=$i SLURM_JOB_ID=$id$i SLURMD_NODENAME=n9 sh "$script"; done) </dev/null >/dev/null 2>&1 &
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slurm-trouble-");
    private readonly string path = Environment.GetEnvironmentVariable("PATH")!;
    private readonly Notices notices = new();

    public SlurmTroubleTests()
    {
        Command("scontrol", "echo 'MaxArraySize            = 1001'");
        Command("scancel", "true");
        Command("squeue", "cat \"$here/queue\" 2>/dev/null; exit 0");
        Command("sacct", "echo 'Slurm accounting storage is disabled' >&2; exit 1");
        Command("sbatch", Submit + "\necho $id");
        Environment.SetEnvironmentVariable("PATH", $"{folder.FullName}:{path}");
    }

    private string[] Submitted => File.ReadAllLines(Path.Combine(folder.FullName, "submitted"));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", path);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("exit 0", "Slurm job 103_1")] // forgotten by the controller, and there is no accounting
    [InlineData("for word; do case $word in 1*) echo \"${word}_1|NODE_FAIL|n7|x\" ;; esac; done", "Slurm job 103_1 on n7")]
    public async Task A_job_the_cluster_lost_is_submitted_again_and_given_up_after_three_times(string accounting, string where)
    {
        Command("sacct", accounting);
        using var queue = Queue();
        var outcome = await Run(queue, Shell("true"));
        Assert.Equal((ProcessEnding.Lost, $"{where} was lost 3 times; look at the cluster's nodes (sinfo -R)"), (outcome.Ending, outcome.Error));
        Assert.Equal(3, Submitted.Length);
        Assert.Equal(2, notices.All.Count(notice => notice.EndsWith("submitting it again.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("TIMEOUT", ProcessEnding.TimedOut)]
    [InlineData("OUT_OF_MEMORY", ProcessEnding.OutOfMemory)]
    [InlineData("FAILED", ProcessEnding.Lost)]
    public async Task What_the_accounting_remembers_is_the_ending(string state, ProcessEnding expected)
    {
        Command("sacct", $"echo '101_1|{state}|n7|x'");
        using var queue = Queue();
        var outcome = await Run(queue, Shell("true"));
        Assert.Equal(expected, outcome.Ending);
        if (expected == ProcessEnding.Lost) Assert.Contains("on n7 left no result (state FAILED); the nodes must share the folder", outcome.Error);
    }

    [Fact]
    public async Task A_full_share_of_the_queue_is_filled_again_as_it_empties()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "runs"), "");
        Command("sbatch", Submit.Replace("id=$((", "[ $size -gt 2 ] && { echo 'sbatch: error: QOSMaxSubmitJobPerUserLimit' >&2; exit 1; }\nid=$((", StringComparison.Ordinal) + "\necho $id");
        using var queue = Queue();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Run(queue, Shell($"echo {i}"))));
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"{i}\n"), outcomes.Select(outcome => outcome.Output));
        Assert.All(Submitted, line => Assert.InRange(int.Parse(line.Split(' ')[2]), 1, 2));
        Assert.Equal(5, Submitted.Sum(line => int.Parse(line.Split(' ')[2])));
        Command("sbatch", "echo 'sbatch: error: QOSMaxSubmitJobPerUserLimit' >&2; exit 1");
        Assert.Contains("not even one job is taken", (await Assert.ThrowsAsync<ClusterException>(() => Run(queue, Shell("true")))).Message);
    }

    [Fact]
    public async Task An_array_whose_number_was_lost_on_the_way_is_found_by_its_name()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "runs"), "");
        Command("sbatch", Submit + "\necho \"$id|1|RUNNING|n9|$name|None\" > \"$here/queue\"; echo 'sbatch: error: Unable to contact slurm controller (connect failure)' >&2; exit 1");
        using var queue = Queue();
        Assert.Equal("there\n", (await Run(queue, Shell("sleep 1; echo there"))).Output);
        Assert.Single(Submitted);
    }

    [Fact]
    public async Task A_shared_folder_that_refuses_is_named_with_the_mend()
    {
        using var queue = Queue();
        Directory.Delete(Path.Combine(folder.FullName, "shared"), recursive: true);
        File.WriteAllText(Path.Combine(folder.FullName, "shared"), "a file in its place");
        var error = await Assert.ThrowsAsync<ClusterException>(() => Run(queue, Shell("true")));
        Assert.Matches("^The folder of the Slurm queue, .*shared, refuses: .*Free space there, or mend its rights", error.Message);
    }

    private SlurmQueue Queue() => new(new() { Folder = Path.Combine(folder.FullName, "shared"), Pause = TimeSpan.FromSeconds(0.1), Patience = TimeSpan.FromMinutes(1) }, notices);

    private void Command(string name, string script)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file + ".new", $"#!/bin/sh\nhere={folder.FullName}\n{script}\n");
        File.SetUnixFileMode(file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static ProcessJob Shell(string script) => new("/bin/sh", ["-c", script], "", TimeSpan.FromMinutes(1));

    private static Task<ProcessOutcome> Run(SlurmQueue queue, ProcessJob job) => queue.RunAsync(new(1, 0), token => job.RunAsync(token));
}
