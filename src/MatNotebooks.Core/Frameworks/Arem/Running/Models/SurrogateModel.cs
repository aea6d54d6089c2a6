using System.Collections.Immutable;
using System.Text.Json;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Surrogates;

namespace MatNotebooks.Frameworks.Arem.Running.Models;

/// <summary>A Gaussian process on descriptions, as a text that any worker can go on with.</summary>
internal static class SurrogateModel
{
    private const int MostPoints = 400; // its training costs the cube of them

    /// <summary>Learns margins of described candidates.</summary>
    public static string Train(double[][] points, double[] scores, int seed)
    {
        int[] rows = [.. Enumerable.Range(0, points.Length)];
        if (rows.Length > MostPoints)
        {
            // The best are what is searched for; of the others a sample tells where not to look.
            int[] best = [.. rows.OrderByDescending(row => scores[row]).Take(MostPoints / 4)];
            int[] others = [.. rows.Except(best)];
            new Random(seed).Shuffle(others);
            rows = [.. best, .. others.Take(MostPoints - best.Length)];
        }
        (points, scores) = ([.. rows.Select(row => points[row])], [.. rows.Select(row => scores[row])]);
        var process = GaussianProcess.Fit(points, scores, new() { Relevance = Relevance.Shared, Starts = 1, Seed = seed, LeastNoise = 0.05 });
        return JsonSerializer.Serialize(new Learned(points, scores, [.. process.Scales.Lengths], process.Scales.Amplitude, process.Scales.Noise));
    }

    /// <summary>What a learned one believes of described candidates, one after the other: a worker has one core.</summary>
    public static TaskAnswer Ask(string model, double[][] points, CancellationToken cancellation)
    {
        var learned = JsonSerializer.Deserialize<Learned>(model) ?? throw new InvalidDataException("The model is empty.");
        var process = GaussianProcess.With(learned.Points, learned.Scores, new(ImmutableArray.Create(learned.Lengths), learned.Amplitude, learned.Noise));
        var beliefs = new Belief[points.Length];
        for (var row = 0; row < points.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            beliefs[row] = process.At(points[row]);
        }
        return new()
        {
            Means = [.. beliefs.Select(belief => belief.Mean)],
            Deviations = [.. beliefs.Select(belief => Math.Sqrt((belief.Deviation * belief.Deviation) + (learned.Noise * learned.Noise)))],
        };
    }

    private sealed record Learned(double[][] Points, double[] Scores, double[] Lengths, double Amplitude, double Noise);
}
