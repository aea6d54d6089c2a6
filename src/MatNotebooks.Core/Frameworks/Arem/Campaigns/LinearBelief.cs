using System.Numerics;
using System.Runtime.InteropServices;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>Bayesian linear regression that takes labels one by one and is retrained in microseconds: what a campaign's model really knows.</summary>
internal sealed class LinearBelief(int dimensions)
{
    private const double Noise = 0.15; // variance, of labels scaled to 1
    private const double Boldness = 0.5; // of a draw; below 1 it leans towards what is known, which suits campaigns of a few hundred labels

    private readonly double[] products = new double[dimensions * dimensions], mixed = new double[dimensions], sums = new double[dimensions];
    private double labelSum, labelSquares;
    private double[] factor = [], weights = [];

    public int Labels { get; private set; }

    /// <summary>Mean and standard deviation of the labels it was trained with.</summary>
    public (double Mean, double Spread) Scale { get; private set; } = (0, 1);

    public bool IsTrained => weights.Length > 0;

    public void Add(ReadOnlySpan<float> point, double label)
    {
        Labels++;
        (labelSum, labelSquares) = (labelSum + label, labelSquares + (label * label));
        for (var row = 0; row < dimensions; row++)
        {
            mixed[row] += point[row] * label;
            sums[row] += point[row];
            for (var column = 0; column <= row; column++) products[(row * dimensions) + column] += (double)point[row] * point[column];
        }
    }

    /// <summary>What is known now, to be trained with later.</summary>
    public LinearBelief Snapshot()
    {
        var copy = new LinearBelief(dimensions) { Labels = Labels, labelSum = labelSum, labelSquares = labelSquares };
        products.CopyTo(copy.products, 0);
        mixed.CopyTo(copy.mixed, 0);
        sums.CopyTo(copy.sums, 0);
        return copy;
    }

    public void Train()
    {
        var mean = labelSum / Math.Max(1, Labels);
        var spread = Math.Sqrt(Math.Max((labelSquares / Math.Max(1, Labels)) - (mean * mean), 1e-12));
        Scale = (mean, spread);
        factor = Factor();
        weights = new double[dimensions];
        for (var row = 0; row < dimensions; row++) weights[row] = (mixed[row] - (mean * sums[row])) / spread;
        SolveLower(factor, weights);
        SolveUpper(factor, weights);
    }

    /// <summary>Weights drawn from what is believed (Thompson, Biometrika 25, 285 (1933)).</summary>
    public float[] Draw(Func<int, double> normal)
    {
        var drawn = new double[dimensions];
        for (var row = 0; row < dimensions; row++) drawn[row] = normal(row) * Math.Sqrt(Noise) * Boldness;
        SolveUpper(factor, drawn);
        return [.. drawn.Select((value, row) => (float)(value + weights[row]))];
    }

    /// <summary>What is believed of a point | in standard deviations of the labels from their mean; the variance without noise.</summary>
    public (double Mean, double Variance) At(ReadOnlySpan<float> point)
    {
        var (mean, reduced, squares) = (0.0, new double[dimensions], 0.0);
        for (var row = 0; row < dimensions; row++) (mean, reduced[row]) = (mean + (weights[row] * point[row]), point[row]);
        SolveLower(factor, reduced);
        foreach (var value in reduced) squares += value * value;
        return (mean, Noise * squares);
    }

    /// <summary>Chance that a label reaches a threshold.</summary>
    public double ChanceOf(ReadOnlySpan<float> point, double threshold)
    {
        var (mean, variance) = At(point);
        return MathNet.Numerics.Distributions.Normal.CDF(0, 1, (mean - ((threshold - Scale.Mean) / Scale.Spread)) / Math.Sqrt(variance + Noise));
    }

    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(one);
        var right = MemoryMarshal.Cast<float, Vector<float>>(other);
        var sum = Vector<float>.Zero;
        for (var block = 0; block < left.Length; block++) sum += left[block] * right[block];
        var total = Vector.Sum(sum);
        for (var rest = left.Length * Vector<float>.Count; rest < one.Length; rest++) total += one[rest] * other[rest];
        return total;
    }

    private double[] Factor()
    {
        var lower = new double[dimensions * dimensions];
        for (var row = 0; row < dimensions; row++)
            for (var column = 0; column <= row; column++)
            {
                var sum = products[(row * dimensions) + column] + (row == column ? Noise : 0);
                for (var k = 0; k < column; k++) sum -= lower[(row * dimensions) + k] * lower[(column * dimensions) + k];
                lower[(row * dimensions) + column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[(column * dimensions) + column];
            }
        return lower;
    }

    private void SolveLower(double[] lower, double[] values)
    {
        for (var row = 0; row < dimensions; row++)
        {
            for (var column = 0; column < row; column++) values[row] -= lower[(row * dimensions) + column] * values[column];
            values[row] /= lower[(row * dimensions) + row];
        }
    }

    private void SolveUpper(double[] lower, double[] values)
    {
        for (var row = dimensions - 1; row >= 0; row--)
        {
            values[row] /= lower[(row * dimensions) + row];
            for (var column = 0; column < row; column++) values[column] -= lower[(row * dimensions) + column] * values[row];
        }
    }
}
