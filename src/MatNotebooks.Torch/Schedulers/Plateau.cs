using static TorchSharp.torch.optim;

namespace TorchSharp.Schedulers;

/// <summary>The rate falls when a loss has not improved for a while.</summary>
internal sealed class Plateau : lr_scheduler.LRScheduler
{
    private readonly Settings _settings;
    private readonly double[] _floors;
    private double _best;
    private int _bad;
    private int _resting;

    internal Plateau(Optimizer optimizer, Settings settings, IList<double>? floors)
        : base(optimizer)
    {
        if (settings.Factor is <= 0 or >= 1)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Factor, "The factor has to be above 0 and below 1");
        _settings = settings;
        _floors = floors is null or { Count: 0 } ? new double[Groups.Count]
            : floors.Count == 1 ? [.. Enumerable.Repeat(floors[0], Groups.Count)]
            : floors.Count == Groups.Count ? [.. floors]
            : throw new ArgumentException($"{floors.Count} lowest rates for {Groups.Count} groups of parameters: give one, or one each", nameof(floors));
        _best = settings.Largest ? double.NegativeInfinity : double.PositiveInfinity;
    }

    public override void step() => throw Blind();

    public override void step(int? epoch) => throw Blind();

    public override void step(double current, int? epoch = null)
    {
        if (IsBetter(current))
            (_best, _bad) = (current, 0);
        else
            _bad++;
        if (_resting > 0)
            (_resting, _bad) = (_resting - 1, 0);
        if (_bad <= _settings.Patience)
            return;
        Reduce();
        (_resting, _bad) = (_settings.Cooldown, 0);
    }

    private static InvalidOperationException Blind() => new("ReduceLROnPlateau has to see the loss: call step(loss)");

    private bool IsBetter(double current) => (_settings.Relative, _settings.Largest) switch
    {
        (true, false) => current < _best * (1 - _settings.Threshold),
        (false, false) => current < _best - _settings.Threshold,
        (true, true) => current > _best * (1 + _settings.Threshold),
        _ => current > _best + _settings.Threshold,
    };

    private void Reduce()
    {
        for (var g = 0; g < Groups.Count; g++)
        {
            var reduced = Math.Max(Groups[g].LearningRate * _settings.Factor, _floors[g]);
            if (Groups[g].LearningRate - reduced > _settings.Least)
                Groups[g].LearningRate = reduced;
        }
    }

    /// <param name="Largest">Whether larger is better.</param>
    /// <param name="Factor">What the rate is multiplied with.</param>
    /// <param name="Patience">Epochs without improvement that are borne.</param>
    /// <param name="Threshold">How much better is better.</param>
    /// <param name="Relative">Whether the threshold is a share of the best.</param>
    /// <param name="Cooldown">Epochs after a reduction in which none is counted as bad.</param>
    /// <param name="Least">A reduction smaller than this is left out.</param>
    internal sealed record Settings(bool Largest, double Factor, int Patience, double Threshold, bool Relative, int Cooldown, double Least);
}
