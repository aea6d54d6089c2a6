using System.Collections.Concurrent;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>Requests served one after the other, on a thread of their own: a cell that fills the thread pool does not keep them.</summary>
internal sealed class RequestLane : IDisposable
{
    private readonly BlockingCollection<IncomingMessage> queue = [];
    private readonly Func<IncomingMessage, Task> serve;

    public RequestLane(string name, Func<IncomingMessage, Task> serve)
    {
        this.serve = serve;
        new Thread(Loop) { IsBackground = true, Name = name }.Start();
    }

    public void Add(IncomingMessage request)
    {
        if (!queue.IsAddingCompleted)
            queue.Add(request);
    }

    /// <summary>Takes what waits out of the queue, if it fits.</summary>
    public IReadOnlyList<IncomingMessage> TakeWaiting(Func<IncomingMessage, bool> fits)
    {
        var waiting = new List<IncomingMessage>();
        while (queue.TryTake(out var request))
            waiting.Add(request);
        foreach (var kept in waiting.Where(request => !fits(request)))
            queue.Add(kept);
        return [.. waiting.Where(fits)];
    }

    public void Dispose() => queue.CompleteAdding();

    private void Loop()
    {
        foreach (var request in queue.GetConsumingEnumerable())
            serve(request).GetAwaiter().GetResult();
    }
}
