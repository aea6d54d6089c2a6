using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>One number for each class: 1 for the crystal's own, 0 for the others.</summary>
/// <param name="Classes">Names of the classes.</param>
public abstract record ClassMap(IReadOnlyList<string> Classes) : TargetMap
{
    /// <inheritdoc/>
    public override double ToModel(Sample sample, int target, double value) => double.IsNaN(value) ? double.NaN : value == target ? 1 : 0;

    /// <inheritdoc/>
    public override double[] ToModel(Sample sample) => [.. Classes.Select((_, place) => ToModel(sample, place, sample.Targets[0]))];

    /// <inheritdoc/>
    /// <remarks>A single answer says nothing of a probability, which needs those of all classes: it is given back.</remarks>
    public override double FromModel(Sample sample, int target, double answer) => answer;

    /// <inheritdoc/>
    public abstract override void FromModel(Sample sample, Span<double> answers);

    internal override Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers) =>
        throw new NotSupportedException("Classes have no unit: a physics loss reads numbers only. Leave it out.");
}
