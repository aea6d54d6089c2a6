using static TorchSharp.torch.optim;

namespace TorchSharp.Schedulers;

/// <summary>A rate that depends on the epoch and the rate at the start alone.</summary>
internal sealed class RateByEpoch : lr_scheduler.LRScheduler
{
    private readonly Func<int, double, double> _rate;
    private int _epoch;

    /// <param name="optimizer">Whose rates.</param>
    /// <param name="lastEpoch">The last epoch done; -1 at the start.</param>
    /// <param name="rate">From epoch and rate at the start to the rate.</param>
    internal RateByEpoch(Optimizer optimizer, int lastEpoch, Func<int, double, double> rate)
        : base(optimizer)
    {
        _rate = rate;
        step(lastEpoch + 1);
    }

    public override void step() => step(null);

    public override void step(int? epoch)
    {
        _epoch = epoch ?? _epoch + 1;
        for (var g = 0; g < Groups.Count; g++)
            Groups[g].LearningRate = _rate(_epoch, BaseRates[g]);
    }
}
