using System.Diagnostics;
using MatNotebooks.Training;

namespace MatNotebooks.Bench.Speed;

/// <summary>Times epochs of a training in rounds, and has something else done in between: so that two are timed in turn, on one machine's one mood.</summary>
/// <param name="crystals">Crystals of an epoch.</param>
/// <param name="perRound">Epochs timed together.</param>
/// <param name="warmUp">Epochs before the first round, which do not count.</param>
/// <param name="between">Done after the warming up and after every round.</param>
internal sealed class EpochClock(int crystals, int perRound, int warmUp, Action between) : IProgress<TrainingProgress>
{
    private long began;

    /// <summary>What each round came to | crystals per second.</summary>
    public List<double> Rates { get; } = [];

    /// <summary>Mean loss of the first and of the last epoch.</summary>
    public (double First, double Last) Losses { get; private set; }

    public void Report(TrainingProgress value)
    {
        var done = value.Epoch.Number - warmUp;
        Losses = (value.Epoch.Number == 1 ? value.Epoch.TrainingLoss : Losses.First, value.Epoch.TrainingLoss);
        if (done < 0 || done % perRound != 0) return;
        if (done > 0) Rates.Add(crystals * perRound / Stopwatch.GetElapsedTime(began).TotalSeconds);
        between();
        began = Stopwatch.GetTimestamp();
    }
}
