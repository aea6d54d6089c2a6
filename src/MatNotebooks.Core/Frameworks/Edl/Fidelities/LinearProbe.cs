using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>Ridge regression from an embedding to a property: what the embedding says of it without any further network. It says how sure it is, too.</summary>
public sealed class LinearProbe
{
    private readonly ProbeRows rows;
    private readonly double[] weights;
    private readonly Cholesky<double> factor;
    private readonly double mean, variance;

    private LinearProbe(ProbeRows rows, double[] weights, Cholesky<double> factor, double mean, double variance, double strength) =>
        (this.rows, this.weights, this.factor, this.mean, this.variance, Strength) = (rows, weights, factor, mean, variance, strength);

    /// <summary>Strength of the penalty per row | no unit, as the folds chose.</summary>
    public double Strength { get; }

    /// <summary>Weights by which the property changes with the embedding itself | unit of the property, (dimensions).</summary>
    public double[] Slopes => [.. weights.Select((weight, place) => weight / rows.Scales[place])];

    /// <summary>Fits a probe; the strength of its penalty is chosen by the folds of the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="targets">The property of each, finite, (rows).</param>
    /// <exception cref="ArgumentException">Another number of targets, one that is not finite, or all of them equal.</exception>
    public static LinearProbe Fit(ProbeRows rows, IReadOnlyList<double> targets) => Fit(rows, targets, null);

    internal static LinearProbe Fit(ProbeRows rows, IReadOnlyList<double> targets, double? strength)
    {
        Check(rows, targets);
        var mean = targets.Average();
        double[] centred = [.. targets.Select(value => value - mean)];
        var chosen = strength ?? rows.Choose(centred);
        var (solved, factor) = rows.Solve(centred, chosen);
        double[] weights = [.. solved];
        var variance = rows.Apply(weights).Zip(centred, (said, value) => (said - value) * (said - value)).Sum() / Math.Max(1, rows.Count - 1);
        return new(rows, weights, factor, mean, variance, chosen);
    }

    /// <summary>What it says of embeddings | unit of the property, (crystals).</summary>
    /// <param name="vectors">The embeddings, (crystals)(dimensions).</param>
    public double[] Predict(IReadOnlyList<float[]> vectors)
    {
        var predicted = new double[vectors.Count];
        Parallel.For(0, predicted.Length, row => predicted[row] = mean + ProbeRows.Dot(rows.Standard(vectors[row]), weights));
        return predicted;
    }

    /// <summary>How sure it is, as Bayesian linear regression | unit of the property, a standard deviation, greater than 0, (crystals).</summary>
    /// <param name="vectors">The embeddings, (crystals)(dimensions).</param>
    public double[] Deviations(IReadOnlyList<float[]> vectors)
    {
        var deviations = new double[vectors.Count];
        Parallel.For(0, deviations.Length, row =>
        {
            var standard = Vector<double>.Build.Dense([.. rows.Standard(vectors[row]).Select(value => (double)value)]);
            deviations[row] = Math.Sqrt(Math.Max(1e-300, variance * (1 + standard.DotProduct(factor.Solve(standard)))));
        });
        return deviations;
    }

    private static void Check(ProbeRows rows, IReadOnlyList<double> targets)
    {
        if (targets.Count != rows.Count) throw new ArgumentException($"There are {targets.Count} targets for {rows.Count} embeddings; give one for each.");
        for (var row = 0; row < targets.Count; row++)
            if (!double.IsFinite(targets[row])) throw new ArgumentException($"The target of row {row} is {targets[row]}; it must be finite. Leave the crystal out.");
        if (targets.All(target => target == targets[0]))
            throw new ArgumentException($"All {targets.Count} targets are {targets[0]}; with one class or one value there is nothing to tell apart. Give crystals that differ in it.");
    }
}
