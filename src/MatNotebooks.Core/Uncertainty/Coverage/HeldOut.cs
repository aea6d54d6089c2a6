namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>What was said of crystals that were not trained on, and what is true.</summary>
/// <param name="Rows">Which crystals, as places in the study's data.</param>
/// <param name="Actual">The true values | unit of the target.</param>
/// <param name="Spread">What was said.</param>
internal sealed record HeldOut(int[] Rows, double[] Actual, Spread Spread)
{
    public int Count => Rows.Length;

    /// <summary>Predicted less actual | unit of the target.</summary>
    public double[] Errors { get; } = [.. Spread.Mean.Zip(Actual, (predicted, actual) => predicted - actual)];

    /// <summary>The same of some of the crystals.</summary>
    /// <param name="places">Places in this.</param>
    public HeldOut At(IReadOnlyList<int> places) => new(
        [.. places.Select(place => Rows[place])],
        [.. places.Select(place => Actual[place])],
        new([.. places.Select(place => Spread.Mean[place])], [.. places.Select(place => Spread.Deviation[place])]));
}
