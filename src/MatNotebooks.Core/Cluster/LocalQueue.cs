namespace MatNotebooks.Cluster;

/// <summary>A queue of work on this machine: nothing begins before its cores and its memory are free; first come, first served.</summary>
public sealed class LocalQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<(Demand Demand, TaskCompletionSource Turn)> waiting = new();
    private int freeCores;
    private long freeMemory;

    /// <summary>Opens a queue.</summary>
    /// <param name="cores">Cores it may use | at least 1. The default is all of this machine.</param>
    /// <param name="memory">Memory it may use | bytes, greater than 0. The default is what this machine has free for programs.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public LocalQueue(int? cores = null, long? memory = null)
    {
        if (cores < 1) throw new ArgumentOutOfRangeException(nameof(cores), cores, "A queue needs at least 1 core.");
        if (memory <= 0) throw new ArgumentOutOfRangeException(nameof(memory), memory, "A queue needs memory.");
        (Cores, Memory) = (cores ?? Environment.ProcessorCount, memory ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        (freeCores, freeMemory) = (Cores, Memory);
    }

    /// <summary>Cores it may use.</summary>
    public int Cores { get; }

    /// <summary>Memory it may use | bytes.</summary>
    public long Memory { get; }

    /// <summary>Runs work when its turn comes and there is room.</summary>
    /// <param name="demand">What it needs.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Leaves the queue, or stops the work.</param>
    /// <exception cref="ArgumentException">It needs more than the queue has.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<T> RunAsync<T>(Demand demand, Func<CancellationToken, Task<T>> work, CancellationToken cancellation = default)
    {
        if (demand.Cores < 1 || demand.Cores > Cores || demand.Memory < 0 || demand.Memory > Memory)
            throw new ArgumentException(
                $"Work that needs {demand.Cores} cores and {demand.Memory >> 20} MiB never fits into a queue of {Cores} cores and {Memory >> 20} MiB; ask for less, or open a larger queue.");
        await TurnAsync(demand, cancellation).ConfigureAwait(false);
        try
        {
            return await work(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                (freeCores, freeMemory) = (freeCores + demand.Cores, freeMemory + demand.Memory);
                Admit();
            }
        }
    }

    private async Task TurnAsync(Demand demand, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = new LinkedListNode<(Demand, TaskCompletionSource)>((demand, turn));
        lock (gate)
        {
            waiting.AddLast(place);
            Admit();
        }
        using var leaving = cancellation.Register(() =>
        {
            lock (gate)
            {
                if (place.List is null) return; // its turn has come: the work sees the token
                waiting.Remove(place);
                turn.TrySetCanceled(cancellation);
                Admit();
            }
        });
        await turn.Task.ConfigureAwait(false);
    }

    // Only the first in the row is let in: a large demand would wait for ever were small ones to overtake it.
    private void Admit()
    {
        while (waiting.First is { } first && first.Value.Demand.Cores <= freeCores && first.Value.Demand.Memory <= freeMemory)
        {
            (freeCores, freeMemory) = (freeCores - first.Value.Demand.Cores, freeMemory - first.Value.Demand.Memory);
            waiting.RemoveFirst();
            first.Value.Turn.SetResult();
        }
    }
}

/// <summary>What a piece of work needs of a machine.</summary>
/// <param name="Cores">Cores | at least 1.</param>
/// <param name="Memory">Memory | bytes, 0 or more.</param>
public readonly record struct Demand(int Cores, long Memory);
