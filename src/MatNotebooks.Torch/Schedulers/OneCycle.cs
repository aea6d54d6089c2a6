using static TorchSharp.torch.optim;

namespace TorchSharp.Schedulers;

/// <summary>The rate goes up, then far down, once; momentum goes the other way (Smith and Topin 2019).</summary>
internal sealed class OneCycle : lr_scheduler.LRScheduler
{
    private readonly Settings _settings;
    private readonly double[] _peaks;
    private readonly (double End, double From, double To, double FromMomentum, double ToMomentum)[] _phases;
    private int _step;

    internal OneCycle(Optimizer optimizer, IEnumerable<double> peaks, Settings settings, int lastEpoch)
        : base(optimizer)
    {
        _settings = settings;
        _peaks = [.. peaks];
        if (_peaks.Length != Groups.Count)
            throw new ArgumentException($"{_peaks.Length} peak rates for {Groups.Count} groups of parameters: give one each", nameof(peaks));
        _phases = Phases(settings);
        for (var g = 0; g < Groups.Count; g++)
            Groups[g].InitialLearningRate = _peaks[g] / settings.Division;
        step(lastEpoch + 1);
    }

    public override void step() => step(null);

    public override void step(int? epoch)
    {
        _step = epoch ?? _step + 1;
        if (_step >= _settings.Steps)
            throw new InvalidOperationException($"The cycle has {_settings.Steps} steps, and step {_step} comes after the last");
        var began = 0.0;
        var phase = _phases[^1];
        foreach (var candidate in _phases)
        {
            phase = candidate;
            if (_step <= candidate.End || candidate == _phases[^1])
                break;
            began = candidate.End;
        }
        var share = (_step - began) / (phase.End - began);
        for (var g = 0; g < Groups.Count; g++)
        {
            Groups[g].LearningRate = _peaks[g] * Between(phase.From, phase.To, share);
            if (_settings.CycleMomentum)
                SetMomentum(Groups[g], Between(phase.FromMomentum, phase.ToMomentum, share));
        }
    }

    private static void SetMomentum(ILearningRateController group, double momentum)
    {
        if (group is IMomentum plain)
            plain.Momentum = momentum;
        else if (group is IBetas betas)
            betas.Betas = (momentum, betas.Betas.Item2);
    }

    /// <summary>Each phase's last step, and its rates in peaks.</summary>
    private static (double, double, double, double, double)[] Phases(Settings s)
    {
        var up = (s.RisingShare * s.Steps) - 1;
        var (start, end) = (1 / s.Division, 1 / (s.Division * s.FinalDivision));
        return s.ThreePhases
            ? [
                (up, start, 1, s.MostMomentum, s.LeastMomentum),
                (2 * up, 1, start, s.LeastMomentum, s.MostMomentum),
                (s.Steps - 1, start, end, s.MostMomentum, s.MostMomentum),
            ]
            : [
                (up, start, 1, s.MostMomentum, s.LeastMomentum),
                (s.Steps - 1, 1, end, s.LeastMomentum, s.MostMomentum),
            ];
    }

    private double Between(double from, double to, double share)
        => _settings.Cosine ? to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share))) : from + ((to - from) * share);

    internal sealed record Settings(int Steps, double RisingShare, bool Cosine, bool CycleMomentum, double LeastMomentum, double MostMomentum, double Division, double FinalDivision, bool ThreePhases)
    {
        internal static int StepsOf(int total, int epochs, int stepsPerEpoch)
        {
            var steps = total > 0 ? total : epochs > 0 && stepsPerEpoch > 0 ? epochs * stepsPerEpoch : 0;
            return steps > 0 ? steps : throw new ArgumentException("A cycle needs its number of steps: total_steps, or epochs and steps_per_epoch", nameof(total));
        }
    }
}
