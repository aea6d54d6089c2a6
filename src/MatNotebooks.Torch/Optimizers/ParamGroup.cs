using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that learn at one rate.</summary>
public class ParamGroup : optim.ILearningRateController
{
    private double? _rate;

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The rate now.</summary>
    public double LearningRate
    {
        get => _rate ?? throw new InvalidOperationException("A group has no rate before it is added to an optimiser or given one");
        set => _rate = value;
    }

    /// <summary>The rate at the start.</summary>
    public double InitialLearningRate { get; set; }

    internal void Inherit(double rate)
    {
        _rate ??= rate;
        InitialLearningRate = LearningRate;
        Parameters = [.. Parameters];
    }
}
