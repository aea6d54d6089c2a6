using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Training.Targets;

/// <summary>
/// Less the mean over atoms of a reference per element, fitted by least squares: for energies per atom, whose zero differs from element to
/// element. References are drawn to their mean, so that an element seen in few crystals does not swallow what the network should learn.
/// </summary>
public sealed record ElementReferencedTargets : TargetTransform
{
    /// <summary>Strength that draws references to their mean | no unit, greater than 0; per crystal of the training data. The default is 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Ridge
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Ridge), $"Ridge is {value}; it must be greater than 0.");
    } = 0.01;

    /// <inheritdoc/>
    public override TargetMap Fit(TrainingData data)
    {
        var known = Enumerable.Range(0, data.Targets).Select(target => Known(data, target)).ToArray();
        var references = known.Select((rows, target) => Solve(data, target, rows)).ToArray();
        var unscaled = new ReferencedMap(references, new([.. references.Select(_ => 0.0)], [.. references.Select(_ => 1.0)]));
        var remainders = known.Select((rows, target) =>
            rows.Select(row => unscaled.ToModel(data.Samples[row], target, data.Samples[row].Targets[target])).ToArray());
        return unscaled with { Scaling = AffineMap.Fit([.. remainders]) };
    }

    private double[] Solve(TrainingData data, int target, int[] rows)
    {
        var elements = rows.SelectMany(row => data.Graphs[row].AtomicNumbers).Distinct().Order().ToArray();
        var shares = Matrix<double>.Build.Dense(rows.Length, elements.Length);
        for (var place = 0; place < rows.Length; place++)
            foreach (var number in data.Graphs[rows[place]].AtomicNumbers)
                shares[place, Array.BinarySearch(elements, number)] += 1.0 / data.Graphs[rows[place]].Atoms;
        var normal = shares.TransposeThisAndMultiply(shares) + (Matrix<double>.Build.DenseIdentity(elements.Length) * (Ridge * rows.Length / 4));
        double[] values = [.. rows.Select(row => data.Samples[row].Targets[target])];
        var mean = values.Average();
        var above = normal.Cholesky().Solve(shares.TransposeThisAndMultiply(Vector<double>.Build.Dense([.. values.Select(value => value - mean)])));
        var references = new double[104];
        Array.Fill(references, mean);
        for (var place = 0; place < elements.Length; place++) references[elements[place]] += above[place];
        return references;
    }
}
