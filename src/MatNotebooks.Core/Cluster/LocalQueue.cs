namespace MatNotebooks.Cluster;

/// <summary>A queue of work on this machine: nothing begins before its cores and its memory are free; first come, first served.</summary>
/// <remarks>
/// What a demand says is also the limit of every program its work starts: each is bound to as many processors as it has cores, told to
/// use as many threads, and may take no more address space than its memory.
/// </remarks>
public sealed class LocalQueue : IWorkQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<(Demand Demand, TaskCompletionSource<int[]> Turn)> waiting = new();
    private readonly Queue<int> freeProcessors;
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
        freeMemory = Memory;
        var processors = ProcessorSet.Allowed();
        freeProcessors = new(Enumerable.Range(0, Cores).Select(i => processors[i % processors.Length]));
    }

    /// <summary>Cores it may use.</summary>
    public int Cores { get; }

    /// <summary>Memory it may use | bytes.</summary>
    public long Memory { get; }

    /// <inheritdoc/>
    public string Description => $"{Cores} {(Cores == 1 ? "core" : "cores")} and {Memory >> 20:N0} MiB of this machine";

    /// <inheritdoc/>
    public int? Slots(Demand demand) =>
        (int)Math.Clamp(demand.Memory == 0 ? long.MaxValue : Memory / demand.Memory, 1, Math.Max(1, Cores / demand.Cores));

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Demand demand, Func<CancellationToken, Task<T>> work, CancellationToken cancellation = default)
    {
        if (demand.Cores < 1 || demand.Cores > Cores || demand.Memory < 0 || demand.Memory > Memory)
            throw new ArgumentException(
                $"Work that needs {demand.Cores} cores and {demand.Memory >> 20} MiB never fits into a queue of {Cores} cores and {Memory >> 20} MiB; ask for less, or open a larger queue.");
        var processors = await TurnAsync(demand, cancellation).ConfigureAwait(false);
        try
        {
            RunningWork.Current = new((job, token) => LocalProcess.RunAsync(demand.Limit(job) with { Processors = processors }, token));
            return await work(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                freeMemory += demand.Memory;
                foreach (var processor in processors) freeProcessors.Enqueue(processor);
                Admit();
            }
        }
    }

    private async Task<int[]> TurnAsync(Demand demand, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource<int[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var place = new LinkedListNode<(Demand, TaskCompletionSource<int[]>)>((demand, turn));
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
        return await turn.Task.ConfigureAwait(false);
    }

    // Only the first in the row is let in: a large demand would wait for ever were small ones to overtake it.
    private void Admit()
    {
        while (waiting.First is { } first && first.Value.Demand.Cores <= freeProcessors.Count && first.Value.Demand.Memory <= freeMemory)
        {
            freeMemory -= first.Value.Demand.Memory;
            waiting.RemoveFirst();
            first.Value.Turn.SetResult([.. Enumerable.Range(0, first.Value.Demand.Cores).Select(_ => freeProcessors.Dequeue())]);
        }
    }
}
