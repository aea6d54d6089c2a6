using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>Which optimiser learns, and how fast.</summary>
public abstract record OptimizerChoice
{
    /// <summary>Learning rate before the schedule, greater than 0. The default is 1e-3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double LearningRate
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(LearningRate), $"LearningRate is {value}; it must be greater than 0. Usual values are 1e-4 to 1e-2.");
    } = 1e-3;

    /// <summary>Weight decay, at least 0. The default is 1e-5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public double WeightDecay
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(WeightDecay), $"WeightDecay is {value}; it must be at least 0.");
    } = 1e-5;

    internal abstract OptimizerHelper Build(IEnumerable<Parameter> parameters);
}

/// <summary>Adam, the paper's optimiser: decay enters the gradient.</summary>
public sealed record AdamOptimizer : OptimizerChoice
{
    internal override OptimizerHelper Build(IEnumerable<Parameter> parameters) => optim.Adam(parameters, LearningRate, weight_decay: WeightDecay);
}

/// <summary>AdamW: weights decay by themselves.</summary>
public sealed record AdamWOptimizer : OptimizerChoice
{
    internal override OptimizerHelper Build(IEnumerable<Parameter> parameters) => optim.AdamW(parameters, LearningRate, weight_decay: WeightDecay);
}
