namespace MatNotebooks.Uncertainty;

/// <summary>Wide where the model is unsure: a multiple of its own standard deviation.</summary>
/// <param name="Coverage">Share of crystals that must fall within their interval.</param>
/// <param name="Factor">Half of the width in standard deviations | no unit.</param>
/// <param name="Floor">Added to every standard deviation, so that members that agree by chance do not promise too much | unit of the target.</param>
public sealed record NormalizedConformal(double Coverage, double Factor, double Floor) : ConformalIntervals(Coverage)
{
    /// <summary>The floor as a share of the median standard deviation.</summary>
    private const double FloorShare = 0.1;

    /// <summary>Learns the multiple.</summary>
    /// <param name="errors">Predicted less actual, of crystals the model has not learned from | unit of the target.</param>
    /// <param name="deviations">The model's standard deviation of each | same unit, at least 0.</param>
    /// <param name="coverage">Share that must fall within. The default is 0.9.</param>
    /// <exception cref="ArgumentException">Too few crystals for that share, lists of different length, or no deviation above 0.</exception>
    public static NormalizedConformal Fit(IReadOnlyList<double> errors, IReadOnlyList<double> deviations, double coverage = 0.9)
    {
        if (errors.Count != deviations.Count)
            throw new ArgumentException($"There are {errors.Count} errors and {deviations.Count} deviations; they must be as many.");
        var floor = FloorShare * deviations.Order().ElementAtOrDefault(deviations.Count / 2);
        if (!(floor > 0))
            throw new ArgumentException($"Half of the {deviations.Count} deviations are 0; a multiple of them is no interval. Use {nameof(SplitConformal)}.");
        return new(coverage, Quantile(errors.Zip(deviations, (error, deviation) => Math.Abs(error) / (deviation + floor)), coverage), floor);
    }

    /// <inheritdoc/>
    public override double HalfWidth(double deviation, string group) => Factor * (deviation + Floor);
}
