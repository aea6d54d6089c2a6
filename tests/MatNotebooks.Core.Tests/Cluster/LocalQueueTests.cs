using MatNotebooks.Cluster;
using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Cluster;

public sealed class LocalQueueTests
{
    [Fact]
    public async Task Cores_and_memory_are_never_overdrawn()
    {
        var queue = new LocalQueue(4, 1000);
        var (gate, cores, memory, overdrawn) = (new Lock(), 0, 0L, false);
        var random = new Random(5);
        var demands = Enumerable.Range(0, 60).Select(_ => new Demand(random.Next(1, 5), random.Next(0, 1001))).ToArray();
        var done = await Task.WhenAll(demands.Select(demand => queue.RunAsync(demand, async _ =>
        {
            lock (gate) (cores, memory, overdrawn) = (cores + demand.Cores, memory + demand.Memory, overdrawn || cores + demand.Cores > 4 || memory + demand.Memory > 1000);
            await Task.Delay(1, CancellationToken.None);
            lock (gate) (cores, memory) = (cores - demand.Cores, memory - demand.Memory);
            return 1;
        })));
        Assert.Equal((60, false, 0), (done.Sum(), overdrawn, cores));
    }

    [Fact]
    public async Task First_come_first_served_so_that_large_work_does_not_starve()
    {
        var queue = new LocalQueue(2, 1);
        var (order, release) = (new List<string>(), new TaskCompletionSource());
        var first = queue.RunAsync(new(1, 0), async _ => { await release.Task; order.Add("first"); return 0; });
        var large = queue.RunAsync(new(2, 0), _ => { order.Add("large"); return Task.FromResult(0); });
        var small = queue.RunAsync(new(1, 0), _ => { order.Add("small"); return Task.FromResult(0); });
        release.SetResult();
        await Task.WhenAll(first, large, small);
        Assert.Equal(["first", "large", "small"], order);
    }

    [Fact]
    public async Task Who_leaves_the_queue_lets_the_next_in()
    {
        var queue = new LocalQueue(2, 1);
        using var leaving = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var first = queue.RunAsync(new(1, 0), async _ => { await release.Task; return 0; });
        var large = queue.RunAsync(new(2, 0), _ => Task.FromResult(0), leaving.Token);
        var small = queue.RunAsync(new(1, 0), _ => Task.FromResult(7));
        Assert.False(small.IsCompleted);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.Equal(7, await small);
        release.SetResult();
        await first;
    }

    [Fact]
    public async Task Failed_work_gives_its_room_back()
    {
        var queue = new LocalQueue(1, 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.RunAsync<int>(new(1, 1), _ => throw new InvalidOperationException()));
        Assert.Equal(3, await queue.RunAsync(new(1, 1), _ => Task.FromResult(3)));
    }

    [Fact]
    public async Task Work_that_never_fits_is_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => new LocalQueue(2, 1 << 20).RunAsync(new(3, 0), _ => Task.FromResult(0)));
        Assert.Contains("3 cores and 0 MiB never fits into a queue of 2 cores and 1 MiB", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalQueue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalQueue(1, 0));
    }

    [Fact]
    public async Task Programs_are_held_to_the_demand_of_their_work()
    {
        var queue = new LocalQueue(2, 2L << 30);
        var job = new ProcessJob("/bin/sh", ["-c", "nproc; echo $OMP_NUM_THREADS $MKL_NUM_THREADS; ulimit -v"], "", TimeSpan.FromSeconds(30))
        {
            Environment = new Dictionary<string, string> { ["MKL_NUM_THREADS"] = "7" }, Memory = 1L << 30,
        };
        Assert.Equal("1\n1 7\n524288\n", (await queue.RunAsync(new(1, 512L << 20), token => job.RunAsync(token))).Output);
        Assert.EndsWith("\n2 7\n1048576\n", (await queue.RunAsync(new(2, 2L << 30), token => job.RunAsync(token))).Output);
        Assert.EndsWith("\n1 7\nunlimited\n", (await queue.RunAsync(new(1, 0), token => (job with { Memory = null }).RunAsync(token))).Output);

        var greedy = new ProcessJob("/usr/bin/python3", ["-c", "x = bytearray(400 << 20)"], "", TimeSpan.FromSeconds(30));
        var outcome = await queue.RunAsync(new(1, 300L << 20), token => greedy.RunAsync(token));
        var failure = CalculationText.Failure(outcome, greedy, "python", "")!;
        Assert.Equal((FailureKind.OutOfMemory, "python found no more memory than the 300 MiB it is allowed; allow more, or use a smaller cell."), (failure.Kind, failure.Message));
        Assert.Equal(0, (await greedy.RunAsync()).ExitCode);
    }

    [Theory]
    [InlineData("0-3,8", new[] { 0, 1, 2, 3, 8 })]
    [InlineData(" 5", new[] { 5 })]
    public void Lists_of_processors_are_read(string list, int[] expected) => Assert.Equal(expected, ProcessorSet.Parse(list));
}
