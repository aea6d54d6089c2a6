namespace MatNotebooks.Kernel.Requests;

/// <summary>The cells that run now, to be stopped.</summary>
internal sealed class Executions
{
    private readonly Lock gate = new();
    private readonly Dictionary<CancellationTokenSource, string?> running = [];

    /// <summary>A cell begins; it ends when the result is disposed.</summary>
    /// <param name="subshell">Where it runs; null for the main shell.</param>
    public Execution Begin(string? subshell = null)
    {
        var stop = new CancellationTokenSource();
        lock (gate)
            running.Add(stop, subshell);
        return new Execution(this, stop);
    }

    /// <summary>Stops every cell that runs; a later one is not touched.</summary>
    /// <param name="subshell">Stops only those of this subshell; null for all.</param>
    public void Interrupt(string? subshell = null)
    {
        CancellationTokenSource[] all;
        lock (gate)
            all = [.. running.Where(one => subshell is null || one.Value == subshell).Select(one => one.Key)];
        foreach (var stop in all)
        {
            try
            {
                stop.Cancel();
            }
            catch (AggregateException)
            {
                // Something of the cell's own that listens to its token failed; the cell is stopped all the same.
            }
            catch (ObjectDisposedException)
            {
                // It has ended by itself.
            }
        }
    }

    internal readonly struct Execution(Executions all, CancellationTokenSource stop) : IDisposable
    {
        public CancellationToken Token => stop.Token;

        public void Dispose()
        {
            lock (all.gate)
                all.running.Remove(stop);
            stop.Dispose();
        }
    }
}
