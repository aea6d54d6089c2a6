using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>What another map makes of the target divided by the number of atoms.</summary>
/// <param name="Inner">The map of the value per atom.</param>
public sealed record PerAtomMap(TargetMap Inner) : TargetMap
{
    /// <inheritdoc/>
    public override double ToModel(Sample sample, int target, double value) => Inner.ToModel(sample, target, value / sample.Crystal.Sites.Length);

    /// <inheritdoc/>
    public override double FromModel(Sample sample, int target, double answer) => Inner.FromModel(sample, target, answer) * sample.Crystal.Sites.Length;

    internal override Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers) =>
        Inner.FromModel(samples, answers) * Table(samples.Select(sample => (double)sample.Crystal.Sites.Length), samples.Count, answers);
}
