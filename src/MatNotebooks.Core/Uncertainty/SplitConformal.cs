namespace MatNotebooks.Uncertainty;

/// <summary>The same width for all.</summary>
/// <param name="Coverage">Share of crystals that must fall within their interval.</param>
/// <param name="Radius">Half of the width | unit of the target.</param>
public sealed record SplitConformal(double Coverage, double Radius) : ConformalIntervals(Coverage)
{
    /// <summary>Learns the width.</summary>
    /// <param name="errors">Predicted less actual, of crystals the model has not learned from | unit of the target.</param>
    /// <param name="coverage">Share that must fall within. The default is 0.9.</param>
    /// <exception cref="ArgumentException">Too few crystals for that share; the message says how many it needs.</exception>
    public static SplitConformal Fit(IEnumerable<double> errors, double coverage = 0.9) => new(coverage, Quantile(errors.Select(Math.Abs), coverage));

    /// <inheritdoc/>
    public override double HalfWidth(double deviation, string group) => Radius;
}
