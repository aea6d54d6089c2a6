using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>The target less the mean of one reference value per atom of each element, centred and scaled.</summary>
/// <param name="References">Reference by atomic number | unit of the target, (targets)(104); the mean for elements no training crystal has.</param>
/// <param name="Scaling">Centre and scale of the remainders.</param>
public sealed record ReferencedMap(double[][] References, AffineMap Scaling) : TargetMap
{
    /// <inheritdoc/>
    public override double ToModel(Sample sample, int target, double value) =>
        Scaling.ToModel(sample, target, value - ReferenceOf(sample, target));

    /// <inheritdoc/>
    public override double FromModel(Sample sample, int target, double answer) =>
        Scaling.FromModel(sample, target, answer) + ReferenceOf(sample, target);

    /// <summary>Mean reference over the atoms of a crystal | unit of the target.</summary>
    public double ReferenceOf(Sample sample, int target) =>
        sample.Crystal.Sites.Average(site => References[target][site.Element.Number]);

    internal override Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers) => Scaling.FromModel(samples, answers)
        + Table(samples.SelectMany(sample => References.Select((_, target) => ReferenceOf(sample, target))), samples.Count, answers);
}
