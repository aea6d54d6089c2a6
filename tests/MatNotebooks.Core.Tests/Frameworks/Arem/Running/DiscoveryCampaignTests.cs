using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Places;
using MatNotebooks.Frameworks.Arem.Telemetry;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Frameworks.Arem.Running;

public sealed class DiscoveryCampaignTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arem-");
    private readonly PeaksPool pool = new();

    private string Ledger => Path.Combine(folder.FullName, "ledger.db");

    private CampaignDefinition Definition => new()
    {
        Name = "hill", Pool = new() { Kind = "molecules" }, Goal = [new("height", Least: 0.8)], Budget = new() { Simulations = 40 }, Place = new() { Cores = 3 },
        Interval = 0.05, Ledger = Ledger,
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_finds_what_a_model_can_find_and_accounts_for_every_task()
    {
        var slow = new PeaksPool { Takes = TimeSpan.FromMilliseconds(20) }; // longer than a training
        var report = await new DiscoveryCampaign(Definition, slow).RunAsync();
        Assert.Equal("the simulations are spent", report.Ended);
        Assert.Equal((40, 40), (report.Now!.Simulations, slow.Computed.Count));
        Assert.True(report.Now.Hits >= 5, $"{report.Now.Hits} hits; blind simulation finds two or three");
        Assert.Equal(report.Now.Hits, report.Hits.Length);
        Assert.True(report.Now.Models >= 1);
        Assert.Equal(report.Spans.Length, report.Spans.Select(span => span.Number).Distinct().Count());
        Assert.Equal([AremLayer.Representation, AremLayer.Inference, AremLayer.Steering], report.Spans.Select(span => span.Layer).Distinct().Order());
        Assert.All(report.Course, moment => Assert.Equal(3, moment.Shares.Sum(), 9));
        Assert.All(report.Course.Zip(report.Course.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time && pair.First.Held <= pair.Second.Held));
        foreach (var worker in report.Spans.GroupBy(span => span.Worker))
        {
            var spans = worker.OrderBy(span => span.Start).ToArray();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Start >= pair.First.End, "a worker does two things at a time"));
        }
    }

    [Theory]
    [InlineData("equal")]
    [InlineData("fixed ratio")]
    [InlineData("round robin")]
    [InlineData("greedy")]
    [InlineData("successive halving")]
    public async Task Every_policy_comes_to_the_end(string policy)
    {
        var report = await new DiscoveryCampaign(Definition with { Policy = new() { Name = policy, Turn = 0.05 } }, pool).RunAsync();
        Assert.Equal(("the simulations are spent", policy), (report.Ended, report.Policy));
    }

    [Fact]
    public async Task What_was_stopped_goes_on_and_computes_nothing_twice()
    {
        var slow = new PeaksPool { Takes = TimeSpan.FromMilliseconds(8) };
        for (var stop = 1; stop <= 4; stop++)
        {
            using var source = new CancellationTokenSource();
            var most = 8 * stop;
            var watch = new Telling(moment =>
            {
                if (moment.Simulations >= most) source.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DiscoveryCampaign(Definition, slow).RunAsync(watch, source.Token));
        }
        var report = await new DiscoveryCampaign(Definition, slow).RunAsync();
        Assert.Equal(40, report.Now!.Simulations);
        var simulated = report.Spans.Where(span => span.Layer == AremLayer.Steering).Select(span => span.Subject).ToArray();
        Assert.Equal((40, 40), (simulated.Length, simulated.Distinct().Count()));
        Assert.True(slow.Computed.Values.Sum() <= 40 + (4 * 3), "more was computed again than was running when it was stopped");
        var steps = new CampaignMemory(CampaignMemory.FolderOf(Ledger)).ModelSteps();
        var answers = steps.Where(step => step.Answer is not null).ToArray();
        Assert.Equal(answers.Length, answers.DistinctBy(step => (step.Cycle, step.Stage, step.Part)).Count());
        Assert.Contains(report.Course, moment => moment.Note?.StartsWith("goes on at", StringComparison.Ordinal) == true);
        using var again = CampaignLedger.Read(Ledger);
        Assert.Equal(40, again.Status().Done);
    }

    [Fact]
    public async Task Orders_pause_change_the_budget_and_stop()
    {
        var slow = new PeaksPool { Takes = TimeSpan.FromMilliseconds(5) };
        var paused = new TaskCompletionSource();
        var running = new DiscoveryCampaign(Definition with { Budget = new() { Simulations = 150 } }, slow).RunAsync(new Telling(moment =>
        {
            if (moment.Simulations >= 10) paused.TrySetResult();
        }));
        await paused.Task.WaitAsync(TimeSpan.FromMinutes(1));
        new CampaignOrders { Paused = true }.Write(Ledger);
        await Until(() => CampaignReport.Read(Ledger).Course.Any(moment => moment.Note == "paused") && CampaignReport.Read(Ledger).Now!.Busy.Sum() == 0);
        var there = slow.Computed.Count;
        await Task.Delay(100);
        Assert.Equal(there, slow.Computed.Count);
        new CampaignOrders { Simulations = there + 5 }.Write(Ledger);
        var report = await running.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((there + 5, "the simulations are spent"), (report.Now!.Simulations, report.Ended));
        Assert.Contains(report.Course, moment => moment.Note == "goes on");

        new CampaignOrders { Simulations = 150 }.Write(Ledger); // an order holds until another is given
        var stopping = new DiscoveryCampaign(Definition with { Budget = new() { Simulations = 150 } }, slow).RunAsync(new Telling(_ => new CampaignOrders { Stopped = true, Simulations = 150 }.Write(Ledger)));
        Assert.Equal("stopped by order", (await stopping.WaitAsync(TimeSpan.FromMinutes(1))).Ended);
        Assert.Throws<ArgumentException>(() => new CampaignOrders { Simulations = 0 }.Write(Ledger));
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_costs_nothing_but_time()
    {
        var report = await new DiscoveryCampaign(Definition, pool, new BackwardClock()).RunAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("the simulations are spent", report.Ended);
        Assert.All(report.Course.Zip(report.Course.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
        Assert.All(report.Spans, span => Assert.True(span.End >= span.Start && span.CoreSeconds >= 0));
    }

    [Fact]
    public async Task Cores_may_come_and_go()
    {
        var looks = 0;
        var place = new TestPlace { CoresAt = () => (++looks / 6 % 3) switch { 0 => 4, 1 => 0, _ => 2 } };
        var slow = new PeaksPool { Takes = TimeSpan.FromMilliseconds(10) };
        var report = await new DiscoveryCampaign(Definition with { Interval = 0.02 }, slow) { Place = () => place }.RunAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(40, report.Now!.Simulations);
        Assert.Contains(report.Course, moment => moment.Cores == 2);
        Assert.Contains(report.Course, moment => moment.Cores == 4);
        Assert.All(slow.Computed, one => Assert.Equal(1, one.Value));
        Assert.InRange(report.Now.Utilisation, 0, 1);
    }

    [Fact]
    public async Task A_cluster_that_refuses_at_once_is_an_error_and_one_that_refuses_later_is_asked_again()
    {
        var never = new TestPlace { Refuses = _ => true };
        var error = await Assert.ThrowsAsync<ClusterException>(() => new DiscoveryCampaign(Definition, pool) { Place = () => never }.RunAsync());
        Assert.Contains("partition nowhere", error.Message, StringComparison.Ordinal);
        Assert.Empty(pool.Computed);
        var patience = new RefusalPatience();
        Assert.Null(patience.Bears(error, 0));
        patience.Forget();
        Assert.Contains("asking again in 5 s", patience.Bears(error, 100), StringComparison.Ordinal);
        Assert.False(patience.AllowsAt(104));
        Assert.True(patience.AllowsAt(105));
        for (var refusal = 0; refusal < 4; refusal++) Assert.NotNull(patience.Bears(error, 1000 * (refusal + 1)));
        Assert.Null(patience.Bears(error, 9000));
    }

    [Fact]
    public void A_worker_cannot_have_spent_more_than_the_time_it_was_away()
    {
        var account = new CampaignAccount(new(folder.FullName), TimeProvider.System, new MatNotebooks.Frameworks.Arem.Policies.AremPolicy());
        Assert.Equal(3, account.Believed(3, 4, isHere: false));
        Assert.Equal(4, account.Believed(1e9, 4, isHere: false));
        Assert.Equal(4, account.Believed(-2, 4, isHere: false));
        Assert.Equal(4, account.Believed(double.NaN, 4, isHere: false));
        Assert.Equal(4, account.Believed(0.1, 4, isHere: true)); // here the core was taken all the time, whatever the program did with it
        Assert.Equal(2, account.Mended);
        var span = new CampaignSpan(0, AremLayer.Steering, 0, 0, 1, TaskEnding.Done, "twice") { CoreSeconds = 1 };
        account.Hear(span);
        account.Hear(span);
        Assert.Equal(3, account.Mended);
    }

    [Fact]
    public async Task Failures_are_tried_once_more_and_a_missing_program_ends_it()
    {
        var failing = new PeaksPool { FailureEvery = 3 };
        var report = await new DiscoveryCampaign(Definition with { Budget = new() { Simulations = 60 } }, failing).RunAsync();
        Assert.Equal(60, report.Now!.Simulations);
        Assert.True(report.Now.Failures > 3);
        Assert.Equal(60, report.Now.Labels + report.Now.Failures);
        var molecules = Definition with { Goal = [new("gap", Most: 2)], Pool = new() { Kind = "molecules", Count = 60, Program = "/nowhere/xtb" }, Ledger = Path.Combine(folder.FullName, "xtb.db") };
        Assert.Contains("apt install xtb", (await Assert.ThrowsAsync<CalculationException>(() => new DiscoveryCampaign(molecules).RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_of_another_pool_is_refused()
    {
        await new DiscoveryCampaign(Definition with { Budget = new() { Simulations = 3 } }, pool).RunAsync();
        var other = Definition with { Seed = 2 };
        Assert.Contains("belongs to a campaign with the pool", (await Assert.ThrowsAsync<InvalidDataException>(() => new DiscoveryCampaign(other, pool).RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fractions_of_cores_become_tasks_in_their_proportion()
    {
        var credits = new CoreCredits();
        double[] shares = [0.1, 0.5, 1.4];
        var (given, busy, ends, layerOf) = (new int[3], new int[3], new double[2], new[] { -1, -1 });
        for (var time = 0.0; time < 2000; time += 0.25)
        {
            credits.Pass(0.25, shares, busy, 2);
            for (var core = 0; core < 2; core++)
            {
                if (ends[core] > time) continue;
                if (layerOf[core] >= 0) busy[layerOf[core]]--;
                layerOf[core] = credits.Next([1, 1, 1], shares, IdleCores.Lent);
                credits.Charge(layerOf[core]);
                given[layerOf[core]]++;
                busy[layerOf[core]]++;
                ends[core] = time + 1;
            }
        }
        Assert.Equal(0.05, given[0] / (double)given.Sum(), 0.02);
        Assert.Equal(0.25, given[1] / (double)given.Sum(), 0.03);
        Assert.Equal(-1, new CoreCredits().Next([1, 0, 0], [0, 1, 1], IdleCores.Fenced));
        Assert.Equal(0, new CoreCredits().Next([1, 0, 0], [0, 1, 1], IdleCores.Lent));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 3000, "waited a minute in vain");
            await Task.Delay(20);
        }
    }

    private sealed class Telling(Action<CampaignMoment> tell) : IProgress<CampaignMoment>
    {
        public void Report(CampaignMoment value) => tell(value);
    }

    /// <summary>A second ahead, then two back, again and again.</summary>
    private sealed class BackwardClock : TimeProvider
    {
        private long turns;

        public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Increment(ref turns) % 3 == 0 ? -2 * TimestampFrequency : TimestampFrequency);
    }

    private sealed class TestPlace : ICorePlace
    {
        public Func<int> CoresAt { get; init; } = () => 2;

        public Func<int, bool> Refuses { get; init; } = _ => false;

        public string Description => "a place for tests";

        public int Cores { get; private set; }

        public int Ahead => 0;

        public bool RunsHere => true;

        public Task<string?> LookAsync(CancellationToken cancellation)
        {
            Cores = CoresAt();
            return Task.FromResult<string?>(null);
        }

        public Task<T> RunAsync<T>(long memory, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
            Refuses(0) ? throw new ClusterException("Slurm does not take the jobs: no partition nowhere.") : work(cancellation);

        public void Dispose()
        {
        }
    }
}
