namespace MatNotebooks.Datasets.Downloads;

/// <summary>How fast something comes, told at most ten times a second.</summary>
internal sealed class RateMeter(TimeProvider clock, IProgress<DownloadProgress>? progress, string name, string unit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly long began = clock.GetTimestamp();
    private long? first;
    private TimeSpan told = -Pause;

    /// <summary>Tells of an amount; a last one is always told.</summary>
    public void Tell(long done, long? total, bool last = false)
    {
        first ??= done;
        var now = clock.GetElapsedTime(began);
        if (progress is null || (!last && now - told < Pause))
            return;
        told = now;
        progress.Report(new(name, done, total, now > TimeSpan.Zero ? (done - first.Value) / now.TotalSeconds : 0, unit));
    }
}
