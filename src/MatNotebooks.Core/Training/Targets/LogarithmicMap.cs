using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>The natural logarithm, centred and scaled.</summary>
/// <param name="Scaling">Centre and scale of the logarithms.</param>
public sealed record LogarithmicMap(AffineMap Scaling) : TargetMap
{
    /// <inheritdoc/>
    public override double ToModel(Sample sample, int target, double value) => Scaling.ToModel(sample, target, Math.Log(value));

    /// <inheritdoc/>
    public override double FromModel(Sample sample, int target, double answer) => Math.Exp(Scaling.FromModel(sample, target, answer));

    internal override Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers) => Scaling.FromModel(samples, answers).exp();
}
