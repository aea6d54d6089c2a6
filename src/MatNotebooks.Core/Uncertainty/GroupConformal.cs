using System.Collections.Immutable;

namespace MatNotebooks.Uncertainty;

/// <summary>A width for each group, so that the share holds in every one of them (Mondrian conformal prediction).</summary>
/// <param name="Coverage">Share of crystals of each group that must fall within their interval.</param>
/// <param name="Radii">Half of the width by group | unit of the target.</param>
/// <param name="Elsewhere">Half of the width for groups with too few crystals to learn from: that of all together, or of the widest group where that is wider | unit of the target.</param>
public sealed record GroupConformal(double Coverage, ImmutableDictionary<string, double> Radii, double Elsewhere) : ConformalIntervals(Coverage)
{
    /// <summary>Learns the widths.</summary>
    /// <param name="errors">Predicted less actual, of crystals the model has not learned from | unit of the target.</param>
    /// <param name="groups">The group of each.</param>
    /// <param name="coverage">Share that must fall within. The default is 0.9.</param>
    /// <exception cref="ArgumentException">Too few crystals in all for that share, or lists of different length.</exception>
    public static GroupConformal Fit(IReadOnlyList<double> errors, IReadOnlyList<string> groups, double coverage = 0.9)
    {
        if (errors.Count != groups.Count)
            throw new ArgumentException($"There are {errors.Count} errors and {groups.Count} groups; they must be as many.");
        var together = Quantile(errors.Select(Math.Abs), coverage);
        var radii = errors.Zip(groups).GroupBy(pair => pair.Second, pair => Math.Abs(pair.First))
            .Where(group => group.Count() >= Least(coverage))
            .ToImmutableDictionary(group => group.Key, group => Quantile(group, coverage));
        return new(coverage, radii, radii.Values.Append(together).Max());
    }

    /// <inheritdoc/>
    public override double HalfWidth(double deviation, string group) => Radii.GetValueOrDefault(group, Elsewhere);
}
