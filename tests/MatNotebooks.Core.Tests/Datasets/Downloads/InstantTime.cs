namespace MatNotebooks.Core.Tests.Datasets.Downloads;

/// <summary>A clock whose waits pass at once and are recorded.</summary>
internal sealed class InstantTime : TimeProvider
{
    private TimeSpan passed;

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Waits.Add(dueTime);
            passed += dueTime;
        }
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
