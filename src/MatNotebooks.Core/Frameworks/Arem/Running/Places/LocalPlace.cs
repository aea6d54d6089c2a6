using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Running.Definitions;

namespace MatNotebooks.Frameworks.Arem.Running.Places;

/// <summary>Cores of this machine.</summary>
internal sealed class LocalPlace(PlaceDefinition place) : ICorePlace
{
    private readonly LocalQueue queue = new(place.Cores);

    public string Description => queue.Description;

    public int Cores => queue.Cores;

    public int Ahead => 0;

    public bool RunsHere => true;

    public Task<string?> LookAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);

    public Task<T> RunAsync<T>(long memory, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) => queue.RunAsync(new(1, memory), work, cancellation);

    public void Dispose()
    {
    }
}
