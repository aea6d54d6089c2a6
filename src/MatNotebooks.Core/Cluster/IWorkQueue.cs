namespace MatNotebooks.Cluster;

/// <summary>Where work runs: on this machine, or on a cluster. Campaigns and studies know no more of it than this.</summary>
/// <remarks>The work itself is C# and stays in this process; the programs it starts (<see cref="ProcessJob.RunAsync"/>) run where the queue says.</remarks>
public interface IWorkQueue
{
    /// <summary>The place in one line, such as "2 cores and 8 GiB of this machine".</summary>
    string Description { get; }

    /// <summary>Runs work when its turn comes and there is room.</summary>
    /// <param name="demand">What each program of the work needs and may take at most.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Leaves the queue, or stops the work.</param>
    /// <exception cref="ArgumentException">It needs more than the queue has.</exception>
    /// <exception cref="ClusterException">The cluster takes no work, or does not answer any more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    Task<T> RunAsync<T>(Demand demand, Func<CancellationToken, Task<T>> work, CancellationToken cancellation = default);

    /// <summary>How much work of a kind runs at a time; null where that is not known.</summary>
    int? Slots(Demand demand);
}
