using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>(value − center) / scale.</summary>
/// <param name="Centers">Value that becomes 0, (targets).</param>
/// <param name="Scales">Difference that becomes 1, greater than 0, (targets).</param>
public sealed record AffineMap(double[] Centers, double[] Scales) : TargetMap
{
    /// <inheritdoc/>
    public override double ToModel(Sample sample, int target, double value) => (value - Centers[target]) / Scales[target];

    /// <inheritdoc/>
    public override double FromModel(Sample sample, int target, double answer) => Centers[target] + (answer * Scales[target]);

    internal override Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers) =>
        (answers * Table(Scales, 1, answers)) + Table(Centers, 1, answers);

    /// <summary>Mean 0 and standard deviation 1 over values, one list per target; a target that is always the same keeps its scale.</summary>
    internal static AffineMap Fit(IReadOnlyList<double[]> valuesByTarget)
    {
        var centers = valuesByTarget.Select(values => values.Average()).ToArray();
        var scales = valuesByTarget.Zip(centers, (values, center) => Math.Sqrt(values.Average(value => (value - center) * (value - center))));
        return new(centers, [.. scales.Select(scale => scale > 0 ? scale : 1)]);
    }
}
