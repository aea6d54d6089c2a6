using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Tests.Display;

namespace MatNotebooks.Kernel.Tests.Cells;

/// <summary>Cells run one after the other in one session, without a process or a notebook around them.</summary>
internal sealed class CellBench : IDisposable
{
    private readonly CellRunner runner = new(AppContext.BaseDirectory);

    // A cell that hangs must fail its test, not the whole run.
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(2);

    public CellRunner Runner => runner;

    /// <summary>Runs a cell and returns what it sent.</summary>
    public async Task<RecordedChannel> Run(string source, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var channel = new RecordedChannel();
        await runner.RunAsync(source, channel, limit, cancellation).WaitAsync(Hanging);
        return channel;
    }

    /// <summary>Runs cells that must succeed and returns what the last one sent.</summary>
    public async Task<RecordedChannel> RunAll(params string[] sources)
    {
        RecordedChannel last = new();
        foreach (var source in sources)
        {
            last = await Run(source);
            Assert.True(last.Error is null, last.Trace);
        }
        return last;
    }

    public void Dispose() => runner.Dispose();
}
