using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace MatNotebooks.Surrogates;

/// <summary>Finds the scales under which the values are most probable: bounded quasi-Newton steps in their logarithms, from several places.</summary>
internal sealed class LikelihoodClimb(GaussianProcessOptions options, MarginalLikelihood likelihood, int dimensions)
{
    private const double LeastAmplitude = 0.03, GreatestAmplitude = 30, GreatestNoise = 2; // of the values' standard deviation
    private const double Tolerance = 1e-6;
    private const int MostSteps = 100;

    private readonly int lengths = options.Relevance == Relevance.Shared ? 1 : dimensions;
    private Vector<double>? best;
    private double bestValue = double.NegativeInfinity;

    /// <summary>Length scales, amplitude and noise, of points and values with standard deviation 1.</summary>
    public (double[] Lengths, double Amplitude, double Noise) Best()
    {
        var lower = Place(options.Shortest, LeastAmplitude, options.LeastNoise);
        var upper = Place(options.Longest, GreatestAmplitude, Math.Max(GreatestNoise, 2 * options.LeastNoise));
        var random = new Random(options.Seed);
        for (var start = 0; start < options.Starts; start++)
        {
            var share = start;
            Climb(lower, upper, Vector<double>.Build.Dense(lower.Count, place => share == 0
                ? Math.Clamp(Middle(place), lower[place], upper[place])
                : lower[place] + (random.NextDouble() * (upper[place] - lower[place]))));
        }
        return Scales(best!);
    }

    // Length scales of a few standard deviations in many dimensions, all of the spread in the function, a tenth of it in noise.
    private double Middle(int place) => place < lengths ? Math.Log(Math.Sqrt(dimensions)) : place == lengths ? 0 : Math.Log(0.1);

    private void Climb(Vector<double> lower, Vector<double> upper, Vector<double> from)
    {
        var down = ObjectiveFunction.Gradient(place => Descent(place));
        try
        {
            new BfgsBMinimizer(Tolerance, Tolerance, Tolerance, MostSteps).FindMinimum(down, lower, upper, from);
        }
        catch (OptimizationException)
        {
            // A line search that finds nothing better: the best place on the way counts.
        }
    }

    private (double Value, Vector<double> Slope) Descent(Vector<double> place)
    {
        var (scales, amplitude, noise) = Scales(place);
        var (value, slope) = likelihood.Of(scales, amplitude, noise);
        if (value > bestValue) (best, bestValue) = (place.Clone(), value);
        double[] folded = lengths == dimensions ? slope : [slope[..dimensions].Sum(), .. slope[dimensions..]];
        return (-value, -Vector<double>.Build.Dense(folded));
    }

    private (double[] Lengths, double Amplitude, double Noise) Scales(Vector<double> place) =>
        ([.. Enumerable.Range(0, dimensions).Select(axis => Math.Exp(place[lengths == 1 ? 0 : axis]))], Math.Exp(place[^2]), Math.Exp(place[^1]));

    private Vector<double> Place(double length, double amplitude, double noise) => Vector<double>.Build.Dense(
        lengths + 2, place => Math.Log(place < lengths ? length : place == lengths ? amplitude : noise));
}
