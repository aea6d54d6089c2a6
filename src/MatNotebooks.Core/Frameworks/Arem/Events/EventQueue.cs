namespace MatNotebooks.Frameworks.Arem.Events;

/// <summary>Events by time, those of one time in the order they were put: a heap of four branches.</summary>
internal sealed class EventQueue
{
    private TimedEvent[] heap = new TimedEvent[256];
    private long sequence;

    public int Count { get; private set; }

    /// <summary>The time of the next event; infinite where there is none.</summary>
    public double NextTime => Count > 0 ? heap[0].Time : double.PositiveInfinity;

    public void Put(double time, int kind, int subject)
    {
        if (Count == heap.Length) Array.Resize(ref heap, 2 * Count);
        var item = new TimedEvent(time, sequence++, kind, subject);
        var place = Count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!item.IsBefore(heap[parent])) break;
            heap[place] = heap[parent];
            place = parent;
        }
        heap[place] = item;
    }

    public TimedEvent Take()
    {
        if (Count == 0) throw new InvalidOperationException("There is no event left.");
        var first = heap[0];
        var last = heap[--Count];
        var place = 0;
        while (true)
        {
            var child = (place << 2) + 1;
            if (child >= Count) break;
            var least = child;
            for (var other = child + 1; other < Math.Min(child + 4, Count); other++)
                if (heap[other].IsBefore(heap[least])) least = other;
            if (!heap[least].IsBefore(last)) break;
            heap[place] = heap[least];
            place = least;
        }
        heap[place] = last;
        return first;
    }
}

/// <summary>Something that happens at a time.</summary>
/// <param name="Time">When | s.</param>
/// <param name="Sequence">How many were put before it.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">To whom.</param>
internal readonly record struct TimedEvent(double Time, long Sequence, int Kind, int Subject)
{
    public bool IsBefore(in TimedEvent other) => Time < other.Time || (Time == other.Time && Sequence < other.Sequence);
}
