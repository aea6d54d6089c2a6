using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>Eq. 2: F(t + 1) = F(t) + α I(D) − β C(E_t): fidelity grows by what discovery tasks teach and erodes by compression; it stays within 0 and 1.</summary>
/// <param name="Learning">α | fidelity per unit of inference, at least 0.</param>
/// <param name="Erosion">β | fidelity per unit of compression, at least 0.</param>
public sealed record FidelityAccrual(double Learning, double Erosion)
{
    /// <summary>Fidelity behind one step | no unit, 0 to 1.</summary>
    /// <param name="fidelity">F(t) | no unit, 0 to 1.</param>
    /// <param name="inference">I(D): what was learned in the step, such as doublings of the labels | at least 0.</param>
    /// <param name="compression">C(E_t) | no unit, 0 to 1.</param>
    public double Next(double fidelity, double inference, double compression) => Math.Clamp(fidelity + (Learning * inference) - (Erosion * compression), 0, 1);

    /// <summary>The compression at which both balance for a given inference: below it fidelity grows | no unit; infinite where nothing erodes.</summary>
    public double Balance(double inference) => Erosion == 0 ? double.PositiveInfinity : Learning * inference / Erosion;

    /// <summary>Fits α and β to steps, in least squares, both at least 0.</summary>
    /// <param name="steps">Fidelity before and after, inference and compression of each, at least two.</param>
    /// <exception cref="ArgumentException">Fewer than two steps.</exception>
    public static FidelityAccrual Fit(IReadOnlyList<(double Before, double After, double Inference, double Compression)> steps)
    {
        if (steps.Count < 2) throw new ArgumentException($"{steps.Count} steps; two coefficients need at least 2.");
        var drives = Matrix<double>.Build.Dense(steps.Count, 2, (step, column) => column == 0 ? steps[step].Inference : -steps[step].Compression);
        var changes = Vector<double>.Build.Dense([.. steps.Select(step => step.After - step.Before)]);
        var gram = drives.TransposeThisAndMultiply(drives) + (Matrix<double>.Build.DenseIdentity(2) * 1e-9);
        var both = gram.Solve(drives.TransposeThisAndMultiply(changes));
        if (both[0] >= 0 && both[1] >= 0) return new(both[0], both[1]);
        // With one of them at its bound, the other is fitted alone.
        double Alone(int column) => Math.Max(0, drives.Column(column).DotProduct(changes) / Math.Max(1e-12, drives.Column(column).DotProduct(drives.Column(column))));
        return both[0] < 0 ? new(0, Alone(1)) : new(Alone(0), 0);
    }
}
