using System.Diagnostics;
using MatNotebooks.Cluster;

namespace MatNotebooks.Core.Tests.Cluster;

public sealed class LocalProcessTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Gives_input_and_takes_output_error_and_exit_code()
    {
        var outcome = await LocalProcess.RunAsync(Shell("cat; echo $NOISE >&2; exit 3", "a\nb") with { Environment = new Dictionary<string, string> { ["NOISE"] = "hm" } });
        Assert.Equal(new(ProcessEnding.Exited, 3, "a\nb", "hm\n"), outcome);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_an_outcome()
    {
        var outcome = await LocalProcess.RunAsync(new("/nowhere/python3", [], "", Ample));
        Assert.Equal(ProcessEnding.NotStarted, outcome.Ending);
        Assert.NotEmpty(outcome.Error);
    }

    [Fact]
    public async Task A_program_over_its_limit_is_killed_with_its_children()
    {
        var watch = Stopwatch.StartNew();
        var outcome = await LocalProcess.RunAsync(Shell("sleep 600 & wait") with { Limit = TimeSpan.FromSeconds(0.3) });
        Assert.Equal(ProcessEnding.TimedOut, outcome.Ending);
        Assert.True(watch.Elapsed < Ample, $"waited {watch.Elapsed}");
    }

    [Fact]
    public async Task Cancelling_kills_the_program_and_is_an_exception()
    {
        var mark = Path.Combine(Path.GetTempPath(), $"cancelled-{Environment.ProcessId}-{Guid.NewGuid():N}");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LocalProcess.RunAsync(Shell($"sleep 1; touch {mark}"), stop.Token));
        await Task.Delay(1200);
        Assert.False(File.Exists(mark), "the program went on");
    }

    [Fact]
    public async Task Much_output_and_unread_input_do_not_block()
    {
        var outcome = await LocalProcess.RunAsync(Shell("exec <&-; head -c 500000 /dev/zero | tr '\\0' x; head -c 500000 /dev/zero | tr '\\0' y >&2", new string('z', 1_000_000)));
        Assert.Equal((0, 500_000, 500_000), (outcome.ExitCode, outcome.Output.Length, outcome.Error.Length));
    }

    [Fact]
    public async Task A_killed_program_says_which_signal()
    {
        var outcome = await LocalProcess.RunAsync(Shell("kill -9 $$"));
        Assert.Equal((ProcessEnding.Exited, 137), (outcome.Ending, outcome.ExitCode));
    }

    [Fact]
    public async Task A_program_that_floods_is_killed()
    {
        var outcome = await LocalProcess.RunAsync(Shell("yes") with { MostOutput = 100_000 });
        Assert.Equal(ProcessEnding.Flooded, outcome.Ending);
    }

    [Fact]
    public async Task Memory_is_limited_and_processor_time_measured()
    {
        var job = new ProcessJob("/usr/bin/python3", ["-c", "x = bytearray(900 << 20)"], "", Ample) { Memory = 300 << 20 };
        var outcome = await LocalProcess.RunAsync(job);
        Assert.Equal((ProcessEnding.Exited, 1), (outcome.Ending, outcome.ExitCode));
        Assert.Contains("MemoryError", outcome.Error);
        var busy = await LocalProcess.RunAsync(new("python3", ["-c", "import os, time\nwhile time.process_time() < 0.3: pass\nprint(os.getcwd())"], "", Ample) { Memory = 1L << 30, Folder = "/" });
        Assert.Equal("/\n", busy.Output);
        Assert.InRange(busy.CoreSeconds, 0.29, 5);
        var killed = await LocalProcess.RunAsync(Shell("kill -9 $$") with { Memory = 1L << 30 });
        Assert.Equal(137, killed.ExitCode);
        Assert.Equal(ProcessEnding.NotStarted, (await LocalProcess.RunAsync(new("/nowhere/x", [], "", Ample) { Memory = 1L << 30 })).Ending);
    }

    private static ProcessJob Shell(string script, string input = "") => new("/bin/sh", ["-c", script], input, Ample);
}
