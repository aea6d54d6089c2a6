using System.Diagnostics;
using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>The queue on a real Slurm of two nodes with two cores each, arrays of 10 elements at most.</summary>
[Collection("Slurm")] // the commands of Slurm are found by variables of this process
public sealed class SlurmQueueTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>, IAsyncLifetime
{
    private static readonly Demand OneCore = new(1, 200L << 20);
    private readonly string folder = cluster.NewFolder();
    private readonly Notices notices = new();

    public Task InitializeAsync() => cluster.WholeAsync(); // whatever a test before left

    public Task DisposeAsync() => Task.CompletedTask;

    [SlurmFact]
    public async Task Programs_run_on_the_nodes_as_they_run_here()
    {
        using var queue = Queue();
        var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
        File.WriteAllText(Path.Combine(work, "a'b.txt"), "from the folder\n");
        var job = Shell("cat; cat \"a'b.txt\"; echo $OMP_NUM_THREADS $GREETING; echo made > made.txt; echo no >&2; exit 3") with
        {
            Input = "typed\n", Folder = work, Environment = new Dictionary<string, string> { ["GREETING"] = "it's" },
        };
        var outcomes = await Task.WhenAll(Run(queue, job), Run(queue, Shell("python3 -c 'import time\nwhile time.process_time() < 0.3: pass'")), Run(queue, job with { Program = "nowhere" }));
        Assert.Equal((ProcessEnding.Exited, 3, "typed\nfrom the folder\n1 it's\n", "no\n"), (outcomes[0].Ending, outcomes[0].ExitCode, outcomes[0].Output, outcomes[0].Error));
        Assert.Equal("made\n", File.ReadAllText(Path.Combine(work, "made.txt")));
        Assert.InRange(outcomes[1].CoreSeconds, 0.3, 5);
        Assert.Equal(ProcessEnding.NotStarted, outcomes[2].Ending);
        Assert.Matches("^No such program on node n[12]$", outcomes[2].Error);
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, "shared", "jobs")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, "shared", "arrays")));
    }

    [SlurmFact]
    public async Task What_is_too_long_too_large_or_too_much_has_its_own_ending()
    {
        using var queue = Queue();
        const string twice = "python3 -c 'import time; x = b\"x\" * (130 << 20); time.sleep(60)' & python3 -c 'import time; x = b\"y\" * (130 << 20); time.sleep(60)'; wait";
        var outcomes = await Task.WhenAll(
            Run(queue, Shell("sleep 60") with { Limit = TimeSpan.FromSeconds(1) }),
            Run(queue, Shell("python3 -c 'x = bytearray(500 << 20)'")),
            Run(queue, Shell(twice)),
            Run(queue, Shell("yes") with { MostOutput = 100_000 }),
            Run(queue, Shell("scancel ${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID; sleep 60")));
        Assert.Equal([ProcessEnding.TimedOut, ProcessEnding.Exited, ProcessEnding.OutOfMemory, ProcessEnding.Flooded, ProcessEnding.Lost], outcomes.Select(outcome => outcome.Ending));
        Assert.Contains("MemoryError", outcomes[1].Error);
        Assert.Equal(200L << 20, outcomes[2].Memory);
        Assert.Matches("^Slurm job [0-9]+_[0-9]+ on n[12] was cancelled by somebody else; run again$", outcomes[4].Error);
    }

    [SlurmFact]
    public async Task Arrays_are_no_larger_than_the_cluster_allows_and_equal_programs_run_once()
    {
        using var queue = Queue();
        var mark = Path.Combine(folder, "mark");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 14).Select(i => Run(queue, Shell($"echo {i % 12} | tee -a {mark}"))));
        Assert.Equal(Enumerable.Range(0, 14).Select(i => $"{i % 12}\n"), outcomes.Select(outcome => outcome.Output));
        Assert.Equal(12, File.ReadAllLines(mark).Length);
        Assert.Equal(["10 programs submitted.", "2 programs submitted."], notices.All.Select(notice => notice[(notice.IndexOf(':') + 2)..]));
    }

    [SlurmFact]
    public async Task What_Slurm_refuses_is_said_in_its_words_with_what_was_asked()
    {
        using (var queue = Queue(options => options with { Partition = "nowhere" }))
            Assert.Matches("^Slurm does not take the jobs: .*nvalid partition.*--partition=nowhere.*Change the demand", (await Assert.ThrowsAsync<ClusterException>(() => Run(queue, Shell("true")))).Message);
        using (var queue = Queue())
            Assert.Matches("node configuration is not available.*--mem=90000M", (await Assert.ThrowsAsync<ClusterException>(() => Run(queue, Shell("true"), new(1, 90_000L << 20)))).Message);
        Assert.Empty(Directory.GetDirectories(Path.Combine(folder, "shared", "arrays")));
        using var first = Queue();
        Assert.Contains("Another queue uses the folder", Assert.Throws<IOException>(() => Queue()).Message);
    }

    [SlurmFact]
    public async Task Programs_wait_for_the_jobs_they_depend_on()
    {
        var mark = Path.Combine(folder, "mark");
        var job = SlurmCluster.Ask("sbatch", "--parsable", "--mem=100", "--output=/dev/null", $"--wrap=sleep 1; touch {mark}");
        using var queue = Queue(options => options with { Dependency = $"afterok:{job}" });
        Assert.Equal(0, (await Run(queue, Shell($"[ -e {mark} ]"))).ExitCode);
    }

    [SlurmFact]
    public async Task A_campaign_outlives_a_drained_node_a_cancel_and_a_node_that_dies_under_its_jobs()
    {
        var calculator = new Marks(folder, _ => 1.5);
        using var ledger = CampaignLedger.Open(Path.Combine(folder, "ledger.db"));
        SlurmCluster.Ask("scontrol", "update", "NodeName=n1", "State=DRAIN", "Reason=test");
        using (var queue = Queue())
        {
            // On one node alone, until the campaign is cancelled in the middle.
            using var stop = new CancellationTokenSource();
            var cancelled = Campaign(queue).RunAsync(Marks.Jobs(12), null, stop.Token);
            await SlurmCluster.Until(() => ledger.Status().Done >= 2 && Marks.Of(calculator.Begun).Length >= 4, "two are done and two run");
            Assert.All(Marks.Of(calculator.Begun), mark => Assert.EndsWith("n2", mark));
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            Assert.Equal(0, ledger.Status().Running);
            await SlurmCluster.Until(() => SlurmCluster.Ask("squeue", "-h", "-t", "RUNNING,COMPLETING").Length == 0, "nothing runs any more");
            SlurmCluster.Ask("scontrol", "update", "NodeName=n1", "State=RESUME");

            // A node dies under its jobs; Slurm starts them again on the other.
            var run = Campaign(queue).RunAsync(Marks.Jobs(12));
            var before = Marks.Of(calculator.Begun).Length;
            await SlurmCluster.Until(() => Marks.Of(calculator.Begun).Skip(before).Any(mark => mark.EndsWith("n2", StringComparison.Ordinal)), "a job runs on n2");
            cluster.KillNode("n2");
            await SlurmCluster.Until(() => SlurmCluster.Hurry() >= 0 && run.IsCompleted, "the campaign has ended");
            Assert.Equal(12, (await run).Done);
        }
        Assert.Equal(12, Marks.Of(calculator.Ended).Select(mark => mark.Split(' ')[0]).Distinct().Count());
        Assert.All(ledger.Entries, entry => Assert.Equal(Marks.Energy(entry.Name), entry.Result!.Energy));
        Assert.All(ledger.Entries, entry => Assert.Matches("^.+:[0-9]+, Slurm job [0-9]+_[0-9]+ on n[12]$", entry.Worker));
        Assert.Equal(12, ledger.Entries.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal((0, 0), (ledger.Status().Failed, ledger.Status().Repeats));

        Campaign Campaign(SlurmQueue queue) => new(calculator, ledger, queue) { Demand = OneCore };
    }

    [SlurmFact]
    public async Task A_controller_that_stays_away_is_one_clear_error_and_the_next_run_takes_what_went_on()
    {
        var calculator = new Marks(folder, name => name is "4" or "5" ? 0.1 : 4);
        using var ledger = CampaignLedger.Open(Path.Combine(folder, "ledger.db"));
        using (var queue = Queue(options => options with { Patience = TimeSpan.Zero }))
        {
            var run = new Campaign(calculator, ledger, queue) { Demand = OneCore }.RunAsync(Marks.Jobs(6));
            await SlurmCluster.Until(() => Marks.Of(calculator.Begun).Length == 4, "four run");
            await cluster.StopControllerAsync();
            var error = await Assert.ThrowsAsync<ClusterException>(() => run);
            Assert.Matches("^The Slurm controller has not answered for [0-9]+ s: .*nable to contact slurm controller.*scontrol ping.*results are taken from", error.Message);
            Assert.Equal((0, 0), (ledger.Status().Running, ledger.Status().Failed));
        }
        await cluster.StartAsync("slurmctld");
        using (var queue = Queue())
            Assert.Equal(6, (await new Campaign(calculator, ledger, queue) { Demand = OneCore }.RunAsync(Marks.Jobs(6))).Done);
        Assert.Equal(6, Marks.Of(calculator.Ended).Length);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => Marks.Energy($"{i}")), ledger.Entries.Select(entry => entry.Result!.Energy));
    }

    [SlurmFact]
    public async Task A_queue_whose_process_died_is_taken_over_and_nothing_runs_twice()
    {
        var (mark, go) = (Path.Combine(folder, "mark"), Path.Combine(folder, "go"));
        var jobs = Enumerable.Range(0, 6).Select(i => Shell($"echo {i} >> {mark}; while [ ! -e {go} ]; do sleep 0.1; done; echo {i}")).ToArray();
        var abandoned = Queue();
        var lost = jobs.Select(job => Run(abandoned, job)).ToArray();
        await SlurmCluster.Until(() => File.Exists(mark), "one runs");
        abandoned.Dispose(); // as a kill would, it leaves the cluster to itself
        await Task.WhenAll(lost.Select(one => Assert.ThrowsAnyAsync<Exception>(() => one)));
        File.WriteAllText(go, "");
        using var queue = Queue();
        var outcomes = await Task.WhenAll(jobs.Select(job => Run(queue, job)));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"{i}\n"), outcomes.Select(outcome => outcome.Output));
        Assert.Equal(6, File.ReadAllLines(mark).Length);
        Assert.DoesNotContain(notices.All.Skip(1), notice => notice.Contains("submitted", StringComparison.Ordinal));
    }

    [SlurmFact]
    public async Task Work_whose_result_was_taken_ends_although_its_queue_is_closed_meanwhile()
    {
        var queue = Queue();
        var (taken, closed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var work = queue.RunAsync(OneCore, async token =>
        {
            var outcome = await Shell("echo 1").RunAsync(token);
            taken.SetResult();
            await closed.Task;
            return outcome.Output;
        });
        await taken.Task;
        queue.Dispose();
        closed.SetResult();
        Assert.Equal("1\n", await work);
    }

    [SlurmFact]
    public async Task Pilots_hold_cores_leave_a_drained_node_and_run_each_program_once()
    {
        var mark = Path.Combine(folder, "mark");
        var jobs = Enumerable.Range(0, 8).Select(i => Shell($"echo {i} >> {mark}; sleep 0.2; echo {i}")).ToArray();
        using (var pilots = new SlurmPilots(new() { Folder = Path.Combine(folder, "pilots") }, 2, TimeProvider.System))
        {
            await Held(pilots, 2);
            var results = await Task.WhenAll(jobs.Select(job => pilots.RunAsync(job, CancellationToken.None)));
            Assert.Equal(Enumerable.Range(0, 8).Select(i => $"{i}\n"), results.Select(one => one.Result.Outcome.Output));
            Assert.All(results, one => Assert.InRange(one.Result.Elapsed, 0.2, 60));
            Assert.Equal(8, File.ReadAllLines(mark).Length);
            var node = results[0].Result.Where.Split(' ')[^1];
            SlurmCluster.Ask("scontrol", "update", $"NodeName={node}", "State=DRAIN", "Reason=test");
            try
            {
                await SlurmCluster.Until(() => !Look(pilots).Words.Split(", ").Contains(node), "the pilots have left the drained node");
            }
            finally
            {
                SlurmCluster.Ask("scontrol", "update", $"NodeName={node}", "State=RESUME");
            }
            await Held(pilots, 2);
            Assert.Equal("again\n", (await pilots.RunAsync(Shell("echo again"), CancellationToken.None)).Result.Outcome.Output);
        }
        await SlurmCluster.Until(() => SlurmCluster.Ask("squeue", "-h") == "", "the pilots have gone home");

        static SlurmPilots Look(SlurmPilots pilots)
        {
            pilots.LookAsync(CancellationToken.None).GetAwaiter().GetResult();
            return pilots;
        }

        static Task Held(SlurmPilots pilots, int cores) => SlurmCluster.Until(() => Look(pilots).Cores == cores, $"{cores} cores are held");
    }

    private SlurmQueue Queue(Func<SlurmOptions, SlurmOptions>? change = null)
    {
        var options = new SlurmOptions { Folder = Path.Combine(folder, "shared"), Pause = TimeSpan.FromSeconds(0.3), Patience = TimeSpan.FromMinutes(1) };
        return new(change is null ? options : change(options), notices);
    }

    private static ProcessJob Shell(string script) => new("/bin/sh", ["-c", script], "", TimeSpan.FromMinutes(2));

    private static Task<ProcessOutcome> Run(SlurmQueue queue, ProcessJob job, Demand? demand = null) => queue.RunAsync(demand ?? OneCore, token => job.RunAsync(token));
}
