using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How far predictions are from what they predict.</summary>
/// <param name="Count">Pairs of finite values.</param>
/// <param name="MeanAbsolute">Mean absolute error | unit of the values.</param>
/// <param name="RootMeanSquare">Root mean square error | unit of the values.</param>
/// <param name="RSquared">Coefficient of determination | no unit, at most 1; NaN when the actual values do not vary.</param>
/// <param name="Worst">Index of the pair with the greatest absolute error.</param>
/// <param name="Greatest">That error | unit of the values.</param>
public sealed record ParityErrors(int Count, double MeanAbsolute, double RootMeanSquare, double RSquared, int Worst, double Greatest)
{
    internal static ParityErrors Of(IReadOnlyList<double> predicted, IReadOnlyList<double> actual)
    {
        int[] pairs = [.. Enumerable.Range(0, actual.Count).Where(i => double.IsFinite(predicted[i]) && double.IsFinite(actual[i]))];
        if (pairs.Length == 0)
            throw new ArgumentException($"None of {actual.Count} pairs is finite; a parity plot needs at least one finite predicted and actual value.");
        double[] guesses = [.. pairs.Select(i => predicted[i])], facts = [.. pairs.Select(i => actual[i])];
        var worst = pairs.MaxBy(i => Math.Abs(predicted[i] - actual[i]));
        return new(
            pairs.Length, Regression.MeanAbsoluteError(guesses, facts), Regression.RootMeanSquareError(guesses, facts),
            Regression.RSquared(guesses, facts), worst, Math.Abs(predicted[worst] - actual[worst]));
    }

    internal string Words(string unit) =>
        $"{Count:N0} points, MAE {Quantity.Of(MeanAbsolute, 3, unit)}, RMSE {Quantity.Of(RootMeanSquare, 3, unit)}, "
        + $"R² {Quantity.Of(RSquared, 3)}, greatest error {Quantity.Of(Greatest, 3, unit)}";
}
