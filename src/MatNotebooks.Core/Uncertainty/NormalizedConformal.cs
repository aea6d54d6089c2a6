namespace MatNotebooks.Uncertainty;

/// <summary>Wide where the model is unsure: a multiple of its own standard deviation.</summary>
/// <param name="Coverage">Share of crystals that must fall within their interval.</param>
/// <param name="Factor">Half of the width in standard deviations | no unit.</param>
/// <param name="Floor">Added to every standard deviation, so that members that agree by chance do not promise too much | unit of the target.</param>
public sealed record NormalizedConformal(double Coverage, double Factor, double Floor) : ConformalIntervals(Coverage)
{
    // Of the median standard deviation. Two members that agree by chance say little, so their deviations are all but evened out; those of
    // many are followed.
    private static readonly double[] FloorShares = [0.1, 0.3, 1, 3, 10];

    /// <summary>Learns the multiple.</summary>
    /// <remarks>
    /// Every second crystal serves to choose the floor under which the errors are likeliest, the others to learn the multiple, so that the choice
    /// cannot break the promise; where they are too few for that, all learn the multiple and the floor is the median deviation.
    /// </remarks>
    /// <param name="errors">Predicted less actual, of crystals the model has not learned from | unit of the target.</param>
    /// <param name="deviations">The model's standard deviation of each | same unit, at least 0.</param>
    /// <param name="coverage">Share that must fall within. The default is 0.9.</param>
    /// <exception cref="ArgumentException">Too few crystals for that share, lists of different length, or no deviation above 0.</exception>
    public static NormalizedConformal Fit(IReadOnlyList<double> errors, IReadOnlyList<double> deviations, double coverage = 0.9)
    {
        if (errors.Count != deviations.Count)
            throw new ArgumentException($"There are {errors.Count} errors and {deviations.Count} deviations; they must be as many.");
        var median = deviations.Order().ElementAtOrDefault(deviations.Count / 2);
        if (!(median > 0))
            throw new ArgumentException($"Half of the {deviations.Count} deviations are 0; a multiple of them is no interval. Use {nameof(SplitConformal)}.");
        (double Error, double Deviation)[] rows = [.. errors.Zip(deviations)];
        if (rows.Length < 4 * Least(coverage)) return new(coverage, Multiple(rows, median, coverage), median);
        var choosing = rows.Where((_, row) => row % 2 == 0).ToArray();
        var floor = FloorShares.Select(share => share * median).MinBy(floor => Surprise(choosing, floor));
        return new(coverage, Multiple([.. rows.Where((_, row) => row % 2 == 1)], floor, coverage), floor);
    }

    // Minus the mean logarithm of the likelihood, but for a constant: errors after Laplace, their scale in proportion to deviation and floor.
    private static double Surprise(IReadOnlyList<(double Error, double Deviation)> rows, double floor) =>
        Math.Log(rows.Average(row => Math.Abs(row.Error) / (row.Deviation + floor))) + rows.Average(row => Math.Log(row.Deviation + floor));

    private static double Multiple(IReadOnlyList<(double Error, double Deviation)> rows, double floor, double coverage) =>
        Quantile(rows.Select(row => Math.Abs(row.Error) / (row.Deviation + floor)), coverage);

    /// <inheritdoc/>
    public override double HalfWidth(double deviation, string group) => Factor * (deviation + Floor);
}
