namespace MatNotebooks.Frameworks.Arem.Running.Places;

/// <summary>Where the tasks of a campaign run, and how many cores there are at the moment.</summary>
internal interface ICorePlace : IDisposable
{
    /// <summary>The place in one line.</summary>
    string Description { get; }

    /// <summary>Cores that can be used now.</summary>
    int Cores { get; }

    /// <summary>Tasks that are sent ahead for each core, so that none waits for its next.</summary>
    int Ahead { get; }

    /// <summary>Whether C# of this process may run on its cores.</summary>
    bool RunsHere { get; }

    /// <summary>Looks how many cores there are.</summary>
    /// <returns>What an operator would want to know; null for nothing.</returns>
    Task<string?> LookAsync(CancellationToken cancellation);

    /// <summary>Runs work on a core.</summary>
    /// <param name="memory">What its programs may take | bytes; 0 where their own limit is the only one.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="Cluster.ClusterException">The cluster takes no work, or does not answer.</exception>
    Task<T> RunAsync<T>(long memory, Func<CancellationToken, Task<T>> work, CancellationToken cancellation);
}
