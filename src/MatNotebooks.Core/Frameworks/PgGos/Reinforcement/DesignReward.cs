using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Generation;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>
/// The reward of Eq. 28 with the penalties of Eq. 24: −‖f(S) − P*‖ in tolerances, less a share of the model's own uncertainty, so that the
/// policy does not run to where the model knows nothing, less Σ λᵢ Rᵢ.
/// </summary>
/// <param name="estimator">f.</param>
/// <param name="wanted">P*, one for each property of the estimator, in their order.</param>
public sealed class DesignReward(IPropertyEstimator estimator, IReadOnlyList<WantedValue> wanted)
{
    /// <summary>How much a deviation of one tolerance costs | reward, at least 0. The default is 0.5.</summary>
    public double Caution { get; init; } = 0.5;

    /// <summary>Least reward, also of what cannot be read. The default is −10.</summary>
    public double Floor { get; init; } = -10;

    /// <summary>Physical residuals Rᵢ, 0 where the law holds, with their weights λᵢ. The default is none.</summary>
    public IReadOnlyList<(double Weight, Func<Crystal, double> Residual)> Residuals { get; init; } = [];

    /// <summary>Rewards of written crystals, in their order.</summary>
    public IReadOnlyList<double> Of(IReadOnlyList<LatentCrystal> written) => Of([.. written.Select(one => one.Crystal)]);

    /// <summary>Rewards of crystals, in their order.</summary>
    /// <exception cref="ArgumentException">The estimator speaks of another number of properties than are wanted.</exception>
    public IReadOnlyList<double> Of(IReadOnlyList<Crystal> crystals)
    {
        var estimates = estimator.Estimate(crystals);
        return [.. crystals.Zip(estimates, One)];
    }

    private double One(Crystal crystal, PropertyEstimate[]? estimates)
    {
        if (estimates is null) return Floor;
        if (estimates.Length != wanted.Count)
            throw new ArgumentException($"The estimator speaks of {estimates.Length} properties and {wanted.Count} are wanted; give one wanted value for each.");
        var reward = 0.0;
        foreach (var (place, wish) in wanted.Index())
            reward -= wish.Miss(estimates[place].Value) + (Caution * estimates[place].Deviation / wish.Tolerance);
        foreach (var (weight, residual) in Residuals) reward -= weight * residual(crystal);
        return double.IsFinite(reward) ? Math.Max(Floor, reward) : Floor;
    }
}
