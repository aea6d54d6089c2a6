using MatNotebooks.Training;

namespace MatNotebooks.Gpu;

/// <summary>Keeps how long each epoch of a training took, and ends it when its time is up.</summary>
/// <param name="stop">Is cancelled by nothing but this.</param>
/// <param name="limit">Time after which no further epoch begins.</param>
internal sealed class EpochClock(CancellationTokenSource stop, TimeSpan limit) : IProgress<TrainingProgress>
{
    private readonly List<TrainingProgress> told = [];

    /// <summary>Epochs done.</summary>
    public int Epochs => told.Count;

    /// <summary>Validation error after the last of them | unit of the target.</summary>
    public double ValidationError => told[^1].Epoch.ValidationError;

    /// <summary>Median time of an epoch | s; the first, in which kernels are chosen and memory is taken, does not count where there are more.</summary>
    public double Seconds
    {
        get
        {
            var ends = told.Select(progress => progress.Elapsed.TotalSeconds).Prepend(0).ToArray();
            var lengths = ends.Skip(1).Zip(ends, (end, begin) => end - begin).Skip(told.Count > 1 ? 1 : 0).Order().ToArray();
            return lengths[lengths.Length / 2];
        }
    }

    public void Report(TrainingProgress value)
    {
        told.Add(value);
        if (value.Elapsed > limit) stop.Cancel();
    }
}
