using System.Diagnostics.CodeAnalysis;
using MatNotebooks.Crystals;
using MatNotebooks.Quantities;
using MathNet.Numerics.LinearRegression;

namespace MatNotebooks.Physics;

/// <summary>A Birch–Murnaghan curve fitted to computed energies by least squares.</summary>
/// <remarks>
/// The curve is a cubic polynomial in V^(−2/3), so the fit is a linear one: it has one answer and needs no first guess. It is refused
/// where the energies do not enclose a minimum, because a bulk modulus read off one slope is a guess.
/// </remarks>
public sealed record EquationOfState
{
    private EquationOfState(BirchMurnaghan curve, double residual, int points) => (Curve, Residual, Points) = (curve, residual, points);

    /// <summary>The fitted curve.</summary>
    public BirchMurnaghan Curve { get; }

    /// <summary>Root of the mean squared difference between energies and curve | eV; 0 with four points, which the curve meets.</summary>
    public double Residual { get; }

    /// <summary>Number of energies fitted, at least 4.</summary>
    public int Points { get; }

    /// <summary>Length of the first lattice vector at the lowest energy, the shape of the cell kept | Å.</summary>
    /// <param name="cell">The cell whose volume was varied, at any volume.</param>
    public double LatticeConstant(Lattice cell) => cell.A.Length * Math.Cbrt(Curve.Volume / cell.Volume);

    /// <summary>Fits the curve.</summary>
    /// <param name="volumes">Cell volumes | Å³, at least four different ones, in any order.</param>
    /// <param name="energies">Energy of the cell at each volume | eV.</param>
    /// <exception cref="ArgumentException">The points do not carry a fit; the message says why and what to add.</exception>
    public static EquationOfState Fit(ReadOnlySpan<double> volumes, ReadOnlySpan<double> energies) =>
        TryFit(volumes, energies, out var fit, out var refusal) ? fit : throw new ArgumentException(refusal);

    /// <summary>Fits the curve where the points carry one.</summary>
    /// <param name="volumes">Cell volumes | Å³, at least four different ones, in any order.</param>
    /// <param name="energies">Energy of the cell at each volume | eV.</param>
    /// <param name="fit">The fit; null when it is refused.</param>
    /// <param name="refusal">Why there is no fit and what to add; null when there is one.</param>
    public static bool TryFit(
        ReadOnlySpan<double> volumes,
        ReadOnlySpan<double> energies,
        [NotNullWhen(true)] out EquationOfState? fit,
        [NotNullWhen(false)] out string? refusal)
    {
        var (v, e) = (volumes.ToArray(), energies.ToArray());
        (fit, refusal) = (null, Unfit(v, e));
        if (refusal is not null) return false;
        Array.Sort(v, e);
        var curve = Solve(v, e);
        if (curve is null)
            refusal = $"The energies between {v[0]:g5} and {v[^1]:g5} Å³ fit no curve with a minimum; check them, or add points near the lowest.";
        else if (curve.Volume < v[0] || curve.Volume > v[^1])
            refusal = $"The fitted minimum at {curve.Volume:g5} Å³ lies outside the computed volumes {v[0]:g5} to {v[^1]:g5} Å³; add points there.";
        else
            fit = new(curve, Math.Sqrt(v.Zip(e, (volume, energy) => Square(energy - curve.EnergyAt(volume))).Average()), v.Length);
        return fit is not null;
    }

    private static string? Unfit(double[] volumes, double[] energies)
    {
        const int least = 4;
        if (volumes.Length != energies.Length) return $"There are {volumes.Length} volumes and {energies.Length} energies; each volume needs its energy.";
        for (var i = 0; i < volumes.Length; i++)
            if (!(volumes[i] > 0 && double.IsFinite(volumes[i]) && double.IsFinite(energies[i])))
                return $"Point {i + 1} is {volumes[i]} Å³, {energies[i]} eV; volumes must be positive and both finite.";
        var different = volumes.Distinct().Count();
        if (different < least) return $"There are {different} different volumes; the curve has four numbers and needs at least {least}.";
        var lowest = volumes[Array.IndexOf(energies, energies.Min())];
        if (lowest == volumes.Min()) return $"The lowest energy is at the smallest volume, {lowest:g5} Å³, so the minimum is not enclosed; add smaller volumes.";
        return lowest == volumes.Max() ? $"The lowest energy is at the largest volume, {lowest:g5} Å³, so the minimum is not enclosed; add larger volumes." : null;
    }

    /// <summary>The curve in t = (V/s)^(−2/3) − 1 about the middle volume s: E = c₀ + c₁t + c₂t² + c₃t³; null without a minimum.</summary>
    private static BirchMurnaghan? Solve(double[] volumes, double[] energies)
    {
        var scale = volumes[volumes.Length / 2];
        var rows = volumes.Select(volume => Math.Pow(volume / scale, -2.0 / 3) - 1).Select(t => new[] { 1, t, t * t, t * t * t }).ToArray();
        var c = MultipleRegression.QR(rows, energies);
        // The root of c₁ + 2c₂t + 3c₃t² at which the slope rises, in the form that c₃ → 0 leaves finite.
        var root = (c[2] * c[2]) - (3 * c[1] * c[3]);
        if (!(root > 0)) return null;
        var t0 = -c[1] / (c[2] + Math.Sqrt(root));
        var (second, third) = ((2 * c[2]) + (6 * c[3] * t0), 6 * c[3]);
        if (!(t0 > -1 && double.IsFinite(t0))) return null;
        var volume = scale * Math.Pow(1 + t0, -1.5);
        return new(
            volume,
            c[0] + (t0 * (c[1] + (t0 * (c[2] + (t0 * c[3]))))),
            4.0 / 9 * second * Square(1 + t0) / volume / Units.GigaPascal,
            4 + (2.0 / 3 * (1 + t0) * third / second));
    }

    private static double Square(double value) => value * value;
}
