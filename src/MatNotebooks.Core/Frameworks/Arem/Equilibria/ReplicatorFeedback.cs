namespace MatNotebooks.Frameworks.Arem.Equilibria;

/// <summary>
/// Replicator feedback (A2), dr/dt = κ r (φ − Σ r φ / R): a layer whose cores are worth more than the average grows. Σ r is conserved, and r
/// stays at least 0; where φ is the slope of fixed concave utilities, it comes to rest at the equilibrium A1.
/// </summary>
/// <remarks>Eq. A2, a reconstruction. A step is the exact flow for constant φ: r exp(κ φ Δt), normalised.</remarks>
public static class ReplicatorFeedback
{
    private const double MostStride = 50; // of the exponent; what is below e⁻⁵⁰ of the greatest is as good as nothing

    /// <summary>Moves a division by one step, in place.</summary>
    /// <param name="cores">What each layer has | cores, at least 0, (layers).</param>
    /// <param name="fitness">φ, (layers); one that is not a number counts as 0.</param>
    /// <param name="stride">κ Δt | 1/unit of φ, at least 0.</param>
    public static void Step(Span<double> cores, ReadOnlySpan<double> fitness, double stride)
    {
        if (!(stride >= 0)) throw new ArgumentOutOfRangeException(nameof(stride), $"The stride κΔt is {stride}; it must be at least 0.");
        var (budget, best) = (0.0, double.NegativeInfinity);
        for (var layer = 0; layer < cores.Length; layer++)
        {
            budget += cores[layer];
            if (cores[layer] > 0) best = Math.Max(best, Sound(fitness[layer]));
        }
        for (var layer = 0; layer < cores.Length; layer++)
            if (cores[layer] > 0) cores[layer] *= Math.Exp(-Math.Min(MostStride, stride * (best - Sound(fitness[layer]))));
        BudgetSum.Restore(cores, budget);
    }

    /// <summary>How fast a small departure from equilibrium is undone, the greatest of all directions | 1/s.</summary>
    /// <param name="utilities">The layers.</param>
    /// <param name="cores">The equilibrium | cores.</param>
    /// <param name="gain">κ | cores per discovery.</param>
    public static double Rate(IReadOnlyList<LayerUtility> utilities, IReadOnlyList<double> cores, double gain)
    {
        // −κ (diag r − r rᵀ/R) diag(−u″) has the eigenvalues of the symmetric matrix √H (diag r − r rᵀ/R) √H with H = diag(−u″).
        var budget = cores.Sum();
        var root = utilities.Select((utility, layer) => cores[layer] > 0 ? Math.Sqrt(-utility.Curvature(cores[layer])) : 0).ToArray();
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(root.Length, root.Length, (i, j) =>
            root[i] * root[j] * ((i == j ? cores[i] : 0) - (cores[i] * cores[j] / budget)));
        return gain * matrix.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
    }

    /// <summary>The longest delay of telemetry under which continuous feedback comes to rest: x′(t) = −λ x(t − τ) does for λτ below π/2 | s.</summary>
    /// <param name="rate">λ, from <see cref="Rate"/> | 1/s, greater than 0.</param>
    public static double LongestDelay(double rate) => Math.PI / (2 * rate);

    /// <summary>
    /// The greatest λΔt under which feedback in steps comes to rest, when telemetry is <paramref name="late"/> steps late: 2 sin(π / (4 late + 2)),
    /// the root of zᵐ⁺¹ − zᵐ + λΔt on the unit circle (Levin and May, Theor. Popul. Biol. 9, 178 (1976)).
    /// </summary>
    /// <param name="late">How late | steps, at least 0.</param>
    public static double GreatestStep(int late) => late >= 0
        ? 2 * Math.Sin(Math.PI / ((4 * late) + 2))
        : throw new ArgumentOutOfRangeException(nameof(late), $"Telemetry is {late} steps late; that must be at least 0.");

    private static double Sound(double fitness) => double.IsNaN(fitness) ? 0 : Math.Clamp(fitness, -1e300, 1e300);
}
