using MathNet.Numerics.Distributions;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// A multiple of the model's standard deviation for crystals of a group that was never trained on, learned from other groups, each of
/// which was left out of training in its turn.
/// </summary>
/// <remarks>
/// The multiple that covers the share differs from group to group. Its logarithm is taken to be normal over groups, and the bound is the
/// one below which that of a new group falls with the given confidence (the prediction bound of a new value, Student's t with one degree
/// less than there are groups). It holds for a group drawn like those that calibrated, not for any chemistry.
/// </remarks>
/// <param name="Coverage">Share of crystals of a new group that must fall within their interval.</param>
/// <param name="Factor">Half of the width in standard deviations | no unit.</param>
/// <param name="Floor">Added to every standard deviation | unit of the target.</param>
public sealed record NewGroupConformal(double Coverage, double Factor, double Floor) : ConformalIntervals(Coverage)
{
    /// <summary>Learns the multiple.</summary>
    /// <param name="errors">Predicted less actual, each by a model that never saw the crystal's group | unit of the target.</param>
    /// <param name="deviations">The model's standard deviation of each | same unit, at least 0.</param>
    /// <param name="groups">The group of each; at least three groups must have enough crystals for the share.</param>
    /// <param name="coverage">Share that must fall within. The default is 0.9.</param>
    /// <param name="confidence">Share of new groups in which that must hold, in [0.5, 1). The default is 0.9.</param>
    /// <exception cref="ArgumentException">Too few groups, lists of different length, no deviation above 0, or a confidence out of range.</exception>
    public static NewGroupConformal Fit(
        IReadOnlyList<double> errors, IReadOnlyList<double> deviations, IReadOnlyList<string> groups, double coverage = 0.9, double confidence = 0.9)
    {
        if (confidence is not (>= 0.5 and < 1)) throw new ArgumentException($"Confidence is {confidence}; it must be at least 0.5 and less than 1.");
        if (errors.Count != groups.Count)
            throw new ArgumentException($"There are {errors.Count} errors and {groups.Count} groups; they must be as many.");
        var floor = NormalizedConformal.Fit(errors, deviations, coverage).Floor;
        double[] factors = [.. Enumerable.Range(0, errors.Count).GroupBy(row => groups[row])
            .Where(group => group.Count() >= Least(coverage))
            .Select(group => Math.Log(Quantile(group.Select(row => Math.Abs(errors[row]) / (deviations[row] + floor)), coverage)))];
        if (factors.Length < 3)
            throw new ArgumentException($"{factors.Length} groups have the {Least(coverage)} crystals that {coverage:P0} coverage needs; what a new group brings is learned from at least 3.");
        var mean = factors.Average();
        var spread = Math.Sqrt(factors.Sum(factor => (factor - mean) * (factor - mean)) / (factors.Length - 1));
        var bound = mean + (StudentT.InvCDF(0, 1, factors.Length - 1, confidence) * spread * Math.Sqrt(1 + (1.0 / factors.Length)));
        return new(coverage, Math.Exp(bound), floor);
    }

    /// <inheritdoc/>
    public override double HalfWidth(double deviation, string group) => Factor * (deviation + Floor);
}
