using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Models.Baselines;

/// <summary>Linear least squares with a penalty on the squares of the weights, on standardised features; its strength is chosen by leave-one-group-out error.</summary>
public sealed class RidgeRegression
{
    private static readonly double[] Strengths = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10];

    private readonly double[] centers, scales;
    private readonly Vector<double> weights;
    private readonly double mean;

    private RidgeRegression(double[] centers, double[] scales, Vector<double> weights, double mean, double strength) =>
        (this.centers, this.scales, this.weights, this.mean, Strength) = (centers, scales, weights, mean, strength);

    /// <summary>The penalty's strength per row | no unit, as chosen.</summary>
    public double Strength { get; }

    /// <summary>The fit as numbers, and the fit of such numbers.</summary>
    internal RidgeNumbers Numbers => new(centers, scales, [.. weights], mean, Strength);

    internal static RidgeRegression Of(RidgeNumbers numbers) =>
        new(numbers.Centers, numbers.Scales, Vector<double>.Build.Dense(numbers.Weights), numbers.Mean, numbers.Strength);

    /// <summary>Fits the weights.</summary>
    /// <param name="features">Features of each row, all of one length, (rows)(features).</param>
    /// <param name="targets">Target of each row, (rows).</param>
    /// <param name="groups">Rows of a group are left out together when the strength is chosen, (rows).</param>
    /// <exception cref="ArgumentException">Lengths differ, or fewer than two groups.</exception>
    public static RidgeRegression Fit(IReadOnlyList<double[]> features, IReadOnlyList<double> targets, IReadOnlyList<string> groups)
    {
        if (features.Count != targets.Count || features.Count != groups.Count)
            throw new ArgumentException($"There are {features.Count} rows of features, {targets.Count} targets and {groups.Count} groups; they must be as many.");
        var rowsOfGroups = Enumerable.Range(0, groups.Count).GroupBy(row => groups[row]).Select(rows => rows.ToArray()).ToArray();
        if (rowsOfGroups.Length < 2) throw new ArgumentException($"All {features.Count} rows are of one group; choosing the strength needs at least 2 groups.");
        var width = features[0].Length;
        var centers = Enumerable.Range(0, width).Select(place => features.Average(row => row[place])).ToArray();
        var scales = Enumerable.Range(0, width).Select(place => ScaleOf(features, place, centers[place])).ToArray();
        var mean = targets.Average();
        var rows = Matrix<double>.Build.Dense(features.Count, width, (row, place) => (features[row][place] - centers[place]) / scales[place]);
        var wanted = Vector<double>.Build.Dense([.. targets.Select(value => value - mean)]);
        var strength = Strengths.MinBy(candidate => LeftOutError(rows, wanted, rowsOfGroups, candidate));
        return new(centers, scales, Solve(rows, wanted, strength), mean, strength);
    }

    /// <summary>The prediction for one row of features.</summary>
    public double Predict(double[] features)
    {
        var sum = mean;
        for (var place = 0; place < centers.Length; place++) sum += weights[place] * (features[place] - centers[place]) / scales[place];
        return sum;
    }

    private static double ScaleOf(IReadOnlyList<double[]> features, int place, double center)
    {
        var scale = Math.Sqrt(features.Average(row => (row[place] - center) * (row[place] - center)));
        return scale > 1e-12 ? scale : 1;
    }

    internal static Vector<double> Solve(Matrix<double> rows, Vector<double> wanted, double strength) =>
        Penalized(rows, strength).Cholesky().Solve(rows.TransposeThisAndMultiply(wanted));

    private static Matrix<double> Penalized(Matrix<double> rows, double strength) =>
        rows.TransposeThisAndMultiply(rows) + (Matrix<double>.Build.DenseIdentity(rows.ColumnCount) * (strength * rows.RowCount));

    /// <summary>
    /// Mean absolute error over rows, each predicted by the fit without its group: the residuals of the whole fit, divided by 1 − H over
    /// the group, H the hat matrix.
    /// </summary>
    internal static double LeftOutError(Matrix<double> rows, Vector<double> wanted, int[][] groups, double strength)
    {
        var map = Penalized(rows, strength).Cholesky().Solve(rows.Transpose());
        var residual = wanted - (rows * (map * wanted));
        var error = 0.0;
        foreach (var group in groups)
        {
            var own = Matrix<double>.Build.Dense(group.Length, rows.ColumnCount, (row, place) => rows[group[row], place]);
            var hat = own * Matrix<double>.Build.Dense(map.RowCount, group.Length, (place, row) => map[place, group[row]]);
            var left = (Matrix<double>.Build.DenseIdentity(group.Length) - hat).Solve(Vector<double>.Build.Dense([.. group.Select(row => residual[row])]));
            error += left.SumMagnitudes() / rows.RowCount;
        }
        return error;
    }
}
