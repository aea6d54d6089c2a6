using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Mpbf.Quantities;

/// <summary>How much pretraining will help, said before fine-tuning: a constant and the four quantities of the framework.</summary>
/// <param name="Constant">What is left where every quantity is 0 | share of the error.</param>
/// <param name="Boundary">ΔB.</param>
/// <param name="Abstraction">A_i.</param>
/// <param name="Steering">S_f.</param>
/// <param name="Scale">T_s.</param>
public sealed record TransferForecast(double Constant, BoundaryShift Boundary, AbstractionIntegrity Abstraction, SteeringFidelity Steering, ScaleTradeOff Scale)
{
    private const int FewestPairs = 20; // more than twice the nine numbers that are fitted
    private const double Strength = 1e-3; // keeps coefficients finite where two quantities go together; too little to matter otherwise

    // In the order of TransferMeasurement.Numbers: which of the eight enter with a minus.
    private static readonly double[] Signs = [1, -1, 1, -1, 1, 1, 1, -1];

    /// <summary>Learns the eight coefficients from pairs whose gain is known, by least squares.</summary>
    /// <param name="measured">What was measured of each pair, (pairs).</param>
    /// <param name="gains">The gain of each, such as 0.3 for an error 30 % lower, (pairs).</param>
    /// <exception cref="ArgumentException">Fewer than 20 pairs, lists of different length, or a number that is not finite.</exception>
    public static TransferForecast Fit(IReadOnlyList<TransferMeasurement> measured, IReadOnlyList<double> gains)
    {
        if (measured.Count != gains.Count || measured.Count < FewestPairs)
            throw new ArgumentException($"There are {measured.Count} measurements and {gains.Count} gains; give as many of both, at least {FewestPairs}.");
        var rows = measured.Select(each => each.Numbers).ToArray();
        for (var row = 0; row < rows.Length; row++)
            if (!double.IsFinite(gains[row]) || rows[row].Any(number => !double.IsFinite(number)))
                throw new ArgumentException($"Pair {row} has the gain {gains[row]} and the measurement {measured[row]}; all must be finite.");
        double[] centers = [.. Enumerable.Range(0, Signs.Length).Select(column => rows.Average(row => row[column]))];
        double[] scales = [.. centers.Select((center, column) => Math.Sqrt(rows.Average(row => Math.Pow(row[column] - center, 2))) is > 1e-12 and var scale ? scale : double.PositiveInfinity)];
        var design = Matrix<double>.Build.Dense(rows.Length, Signs.Length, (row, column) => (rows[row][column] - centers[column]) / scales[column]);
        var mean = gains.Average();
        var normal = design.TransposeThisAndMultiply(design) + (Matrix<double>.Build.DenseIdentity(Signs.Length) * (Strength * rows.Length));
        var weights = normal.Cholesky().Solve(design.TransposeThisAndMultiply(Vector<double>.Build.Dense([.. gains.Select(gain => gain - mean)])));
        double[] slopes = [.. weights.Select((weight, column) => weight / scales[column])];
        double[] signed = [.. slopes.Zip(Signs, (slope, sign) => slope * sign)];
        return new(
            mean - slopes.Zip(centers, (slope, center) => slope * center).Sum(),
            new(signed[0], signed[1]), new(signed[2], signed[3]), new(signed[4], signed[5]), new(signed[6], signed[7]));
    }

    /// <summary>The gain to expect | share of the error; greater than 0 where pretraining should help.</summary>
    public double Of(TransferMeasurement measured) =>
        Constant + Boundary.Of(measured) + Abstraction.Of(measured) + Steering.Of(measured) + Scale.Of(measured);
}
