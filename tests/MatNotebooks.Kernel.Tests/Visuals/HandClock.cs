namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>A clock that stands still until a test moves it on; timers that come due then act at once, in their order.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> timers = [];

    internal TimeSpan Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Advance(double seconds)
    {
        var end = Now + TimeSpan.FromSeconds(seconds);
        while (timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is { } next)
        {
            Now = next.Due;
            next.Act();
        }
        Now = end;
    }

    private sealed class HandTimer(HandClock clock, Action act) : ITimer
    {
        internal TimeSpan Due { get; private set; } = TimeSpan.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : clock.Now + dueTime;
            return true;
        }

        public void Dispose() => Due = TimeSpan.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Act()
        {
            Due = TimeSpan.MaxValue;
            act();
        }
    }
}
