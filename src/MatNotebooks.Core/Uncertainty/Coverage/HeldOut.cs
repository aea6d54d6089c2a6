namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>What was said of crystals that were not trained on, and what is true.</summary>
/// <param name="Rows">Which crystals, as places in the study's data.</param>
/// <param name="Actual">The true values | unit of the target.</param>
/// <param name="Spread">What was said.</param>
internal sealed record HeldOut(int[] Rows, double[] Actual, Spread Spread)
{
    /// <summary>What else is known of each, for an <see cref="ErrorForest"/>, (crystals)(features); null where nothing is to be learned.</summary>
    public double[][]? Features { get; init; }

    public int Count => Rows.Length;

    /// <summary>Predicted less actual | unit of the target.</summary>
    public double[] Errors { get; } = [.. Spread.Mean.Zip(Actual, (predicted, actual) => predicted - actual)];

    /// <summary>The same of some of the crystals.</summary>
    /// <param name="places">Places in this.</param>
    public HeldOut At(IReadOnlyList<int> places) => new(
        [.. places.Select(place => Rows[place])],
        [.. places.Select(place => Actual[place])],
        new([.. places.Select(place => Spread.Mean[place])], [.. places.Select(place => Spread.Deviation[place])]))
    {
        Features = Features is null ? null : [.. places.Select(place => Features[place])],
    };

    /// <summary>Two sets as one.</summary>
    public HeldOut And(HeldOut more) => new(
        [.. Rows, .. more.Rows],
        [.. Actual, .. more.Actual],
        new([.. Spread.Mean, .. more.Spread.Mean], [.. Spread.Deviation, .. more.Spread.Deviation]))
    {
        Features = Features is null || more.Features is null ? null : [.. Features, .. more.Features],
    };

    /// <summary>The same crystals, their deviations those that a forest has learned.</summary>
    public HeldOut With(ErrorForest forest) => this with { Spread = Spread with { Deviation = forest.SizeOf(Features!) } };
}
