using System.Collections.Concurrent;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>Requests served one after the other, on a thread of their own: a cell that fills the thread pool does not keep them.</summary>
internal sealed class RequestLane : IDisposable
{
    private readonly Lock gate = new();
    private readonly BlockingCollection<IncomingMessage> queue = [];
    private readonly Func<IncomingMessage, Task> serve;
    private readonly Action? ended;

    /// <param name="name">What its thread is called.</param>
    /// <param name="serve">Serves one request.</param>
    /// <param name="ended">Called on the thread when the lane is disposed and its last request is over.</param>
    public RequestLane(string name, Func<IncomingMessage, Task> serve, Action? ended = null)
    {
        (this.serve, this.ended) = (serve, ended);
        new Thread(Loop) { IsBackground = true, Name = name }.Start();
    }

    /// <returns>False where the lane takes no more.</returns>
    public bool Add(IncomingMessage request)
    {
        lock (gate)
        {
            if (queue.IsAddingCompleted)
                return false;
            queue.Add(request);
            return true;
        }
    }

    /// <summary>Takes what waits out of the queue, if it fits.</summary>
    public IReadOnlyList<IncomingMessage> TakeWaiting(Func<IncomingMessage, bool> fits)
    {
        lock (gate)
        {
            var waiting = new List<IncomingMessage>();
            while (queue.TryTake(out var request))
                waiting.Add(request);
            // A lane that takes no more gives all up that waits.
            var ending = queue.IsAddingCompleted;
            foreach (var kept in waiting.Where(request => !ending && !fits(request)))
                queue.Add(kept);
            return [.. waiting.Where(request => ending || fits(request))];
        }
    }

    public void Dispose()
    {
        lock (gate)
            queue.CompleteAdding();
    }

    private void Loop()
    {
        foreach (var request in queue.GetConsumingEnumerable())
            serve(request).GetAwaiter().GetResult();
        ended?.Invoke();
    }
}
