using System.Text.Json.Serialization;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// How wide the interval around a prediction must be, so that the given share of new crystals falls within: learned from crystals whose
/// values are known and which the model has not learned from.
/// </summary>
/// <remarks>
/// The share holds for crystals drawn as those that calibrated, whatever the model (Vovk, Gammerman and Shafer, Algorithmic Learning in a
/// Random World, 2005; Lei et al., J. Am. Stat. Assoc. 113, 1094 (2018)). It does not hold for others, such as new elements.
/// </remarks>
/// <param name="Coverage">Share of crystals that must fall within their interval | no unit, between 0 and 1.</param>
[JsonDerivedType(typeof(SplitConformal), "split")]
[JsonDerivedType(typeof(NormalizedConformal), "normalized")]
[JsonDerivedType(typeof(GroupConformal), "group")]
[JsonDerivedType(typeof(NewGroupConformal), "new-group")]
public abstract record ConformalIntervals(double Coverage)
{
    /// <summary>Half of the interval's width | unit of the target.</summary>
    /// <param name="deviation">Standard deviation of the prediction, as the model has it | unit of the target; not every rule reads it.</param>
    /// <param name="group">The crystal's group; not every rule reads it.</param>
    public abstract double HalfWidth(double deviation, string group);

    /// <summary>
    /// The score that at least the given share of new scores does not exceed: the ⌈(n + 1) share⌉-th smallest of n.
    /// </summary>
    /// <exception cref="ArgumentException">Too few scores for that share, a share outside (0, 1), or a score that is not finite.</exception>
    internal static double Quantile(IEnumerable<double> scores, double share)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentException($"Coverage is {share}; it must be between 0 and 1.");
        var sorted = scores.ToArray();
        if (Array.Find(sorted, score => !double.IsFinite(score)) is var wrong && wrong != 0)
            throw new ArgumentException($"An error of calibration is {wrong}; it must be finite.");
        Array.Sort(sorted);
        var rank = Rank(sorted.Length, share);
        return rank <= sorted.Length
            ? sorted[rank - 1]
            : throw new ArgumentException($"There are {sorted.Length} crystals to calibrate with; {share:P0} coverage needs at least {Least(share)}. Give more data, or ask for less.");
    }

    /// <summary>How many crystals a share needs.</summary>
    internal static int Least(double share)
    {
        var count = 1;
        while (Rank(count, share) > count) count++;
        return count;
    }

    // (n + 1) share in binary may lie a hair above a whole number that it is in decimal.
    private static int Rank(int count, double share) => (int)Math.Ceiling(((count + 1) * share) - 1e-9);
}
