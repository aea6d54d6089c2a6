using System.Collections.Immutable;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>
/// A pool of candidates whose labels somebody computed or measured before, as a campaign that reveals them one by one. Each candidate has a
/// coarse and a fine encoding, of the same descriptors: few principal components against many, and smooth functions of them.
/// </summary>
public sealed class RecordedCampaign
{
    private const int CoarseWidth = 8, LinearWidth = 24, WaveWidth = 40;

    private RecordedCampaign(string name, float[] coarse, float[] fine, double[] scores, double threshold)
    {
        (Name, Coarse, Fine, Scores, Threshold) = (name, coarse, fine, scores, threshold);
        Hits = scores.Count(score => score >= threshold);
    }

    /// <summary>Name in tables.</summary>
    public string Name { get; }

    /// <summary>How many candidates there are.</summary>
    public int Count => Scores.Length;

    /// <summary>How many of them are hits.</summary>
    public int Hits { get; }

    /// <summary>From which score a candidate is a hit.</summary>
    public double Threshold { get; }

    internal double[] Scores { get; }

    internal float[] Coarse { get; } // (candidates, CoarseDimensions)

    internal float[] Fine { get; } // (candidates, FineDimensions)

    internal static int CoarseDimensions => CoarseWidth;

    internal static int FineDimensions => LinearWidth + WaveWidth;

    internal bool IsHit(int candidate) => Scores[candidate] >= Threshold;

    /// <summary>Prepares a campaign.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="descriptors">What is known of each candidate before it is simulated; a number that is not finite counts as the column's mean, (candidates)(descriptors).</param>
    /// <param name="scores">What is searched for, the greater the better, finite, (candidates).</param>
    /// <param name="threshold">From which score a candidate is a hit.</param>
    /// <exception cref="ArgumentException">Fewer than 50 candidates, lists of different length, or no hit.</exception>
    public static RecordedCampaign Of(string name, IReadOnlyList<double[]> descriptors, IReadOnlyList<double> scores, double threshold)
    {
        if (descriptors.Count != scores.Count || scores.Count < 50)
            throw new ArgumentException($"{name} has {descriptors.Count} described candidates and {scores.Count} scores; give as many of both, at least 50.");
        if (scores.Any(score => !double.IsFinite(score))) throw new ArgumentException($"{name} has a score that is not finite; leave that candidate out.");
        if (!scores.Any(score => score >= threshold)) throw new ArgumentException($"No candidate of {name} reaches {threshold}; set a lower threshold.");
        var components = Components(descriptors);
        var coarse = new float[scores.Count * CoarseWidth];
        var fine = new float[scores.Count * FineDimensions];
        for (var row = 0; row < scores.Count; row++)
            Encode(components[row], coarse.AsSpan(row * CoarseWidth, CoarseWidth), fine.AsSpan(row * FineDimensions, FineDimensions));
        return new(name, coarse, fine, [.. scores], threshold);
    }

    /// <summary>The score that the best share of candidates reaches.</summary>
    /// <param name="scores">The scores, at least one.</param>
    /// <param name="share">Which share, greater than 0, at most 1.</param>
    public static double BestShare(IReadOnlyList<double> scores, double share)
    {
        ImmutableArray<double> falling = [.. scores.OrderDescending()];
        return falling[Math.Clamp((int)Math.Ceiling(share * falling.Length) - 1, 0, falling.Length - 1)];
    }

    private static float[][] Components(IReadOnlyList<double[]> descriptors)
    {
        var width = descriptors[0].Length;
        var (mean, spread) = (new double[width], new double[width]);
        for (var column = 0; column < width; column++)
        {
            double[] sound = [.. descriptors.Select(row => row[column]).Where(double.IsFinite)];
            mean[column] = sound.Length > 0 ? sound.Average() : 0;
            spread[column] = sound.Length > 0 ? Math.Sqrt(sound.Average(value => Math.Pow(value - mean[column], 2))) : 0;
        }
        int[] kept = [.. Enumerable.Range(0, width).Where(column => spread[column] > 1e-9)];
        float[][] rows = [.. descriptors.Select(row => kept.Select(column => double.IsFinite(row[column]) ? (float)Math.Clamp((row[column] - mean[column]) / spread[column], -5, 5) : 0f).ToArray())];
        var count = Math.Min(LinearWidth, kept.Length);
        var scores = PrincipalComponents.Of(rows, count).Scores;
        return [.. Enumerable.Range(0, rows.Length).Select(row => Enumerable.Range(0, LinearWidth).Select(axis => axis < count ? (float)scores[row, axis] : 0f).ToArray())];
    }

    // Squared lengths of about 1, so that a prior of variance 1 on each weight says a function of variance 1.
    private static void Encode(float[] components, Span<float> coarse, Span<float> fine)
    {
        var scale = MathF.Sqrt(components.Sum(value => value * value)) + 1e-6f;
        for (var axis = 0; axis < CoarseWidth; axis++) coarse[axis] = components[axis] / scale;
        for (var axis = 0; axis < LinearWidth; axis++) fine[axis] = components[axis] / scale * 0.7f;
        var random = new Random(1); // the same waves for every campaign (Rahimi and Recht, NIPS 2007)
        for (var wave = 0; wave < WaveWidth; wave++)
        {
            var phase = random.NextSingle() * MathF.Tau;
            for (var axis = 0; axis < LinearWidth; axis++) phase += components[axis] * (float)(MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1) * 0.12);
            fine[LinearWidth + wave] = MathF.Cos(phase) / MathF.Sqrt(WaveWidth);
        }
    }
}
