using System.Collections.Immutable;

namespace MatNotebooks.Metrics;

/// <summary>Whether predicted probabilities are honest: how often what was given a probability comes true, in bins of equal width.</summary>
public sealed class ClassCalibration
{
    private ClassCalibration(ImmutableArray<Bin> bins, int count, double brier) => (Bins, Count, BrierScore) = (bins, count, brier);

    /// <summary>The bins that hold a prediction, from low to high probabilities.</summary>
    public ImmutableArray<Bin> Bins { get; }

    /// <summary>How many predictions there are.</summary>
    public int Count { get; }

    /// <summary>Mean squared difference of probability and outcome | no unit, 0 to 1; the less the better.</summary>
    public double BrierScore { get; }

    /// <summary>Expected calibration error: mean of |share − probability| over the predictions | no unit, 0 to 1.</summary>
    public double ExpectedError => Bins.Sum(bin => Math.Abs(bin.Share - bin.Probability) * bin.Count) / Count;

    /// <summary>Greatest difference of share and probability in a bin | no unit, 0 to 1.</summary>
    public double GreatestError => Bins.Max(bin => Math.Abs(bin.Share - bin.Probability));

    /// <summary>Bins predictions.</summary>
    /// <param name="probabilities">Predicted probability of each row | 0 to 1.</param>
    /// <param name="happened">Whether it came true, as many.</param>
    /// <param name="bins">Number of bins, 2 to 100. The default is 10.</param>
    /// <exception cref="ArgumentException">No row, different counts, a probability outside 0 to 1, or another number of bins.</exception>
    public static ClassCalibration Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened, int bins = 10)
    {
        Pairs.CheckCounts(probabilities.Length, happened.Length);
        if (bins is < 2 or > 100) throw new ArgumentException($"{bins} bins; 2 to 100 are possible.");
        var (counts, sums, hits, brier) = (new int[bins], new double[bins], new int[bins], 0.0);
        for (var row = 0; row < happened.Length; row++)
        {
            var probability = probabilities[row];
            if (!(probability is >= 0 and <= 1)) throw new ArgumentException($"The probability of row {row} is {probability}; it must be from 0 to 1.");
            // A probability on an edge belongs to the bin below it.
            var bin = Math.Clamp((int)Math.Ceiling(probability * bins) - 1, 0, bins - 1);
            counts[bin]++;
            sums[bin] += probability;
            hits[bin] += happened[row] ? 1 : 0;
            brier += Math.Pow(probability - (happened[row] ? 1 : 0), 2) / happened.Length;
        }
        return new(
            [.. Enumerable.Range(0, bins).Where(bin => counts[bin] > 0).Select(bin => new Bin(sums[bin] / counts[bin], (double)hits[bin] / counts[bin], counts[bin]))],
            happened.Length, brier);
    }

    /// <summary>Predictions of about one probability.</summary>
    /// <param name="Probability">Mean of the predicted probabilities | 0 to 1.</param>
    /// <param name="Share">Share that came true | 0 to 1.</param>
    /// <param name="Count">How many predictions, at least one.</param>
    public readonly record struct Bin(double Probability, double Share, int Count);
}
