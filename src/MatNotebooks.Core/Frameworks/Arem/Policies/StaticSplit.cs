using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>The same shares from beginning to end.</summary>
public sealed class StaticSplit : IAllocationPolicy
{
    private readonly double[] shares;

    /// <summary>Fixes the shares.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="shares">Weight of each layer, finite, at least 0, not all 0, (3).</param>
    /// <exception cref="ArgumentException">Not three weights, one out of range, or nothing to give.</exception>
    public StaticSplit(string name, params IReadOnlyList<double> shares)
    {
        if (shares.Count != 3 || shares.Any(share => !(share >= 0 && double.IsFinite(share))) || shares.Sum() <= 0)
            throw new ArgumentException($"The shares are {string.Join(", ", shares)}; give three finite weights of at least 0, at least one greater.");
        (Name, this.shares) = (name, [.. shares]);
    }

    /// <summary>A third for each layer.</summary>
    public static StaticSplit Equal => new("equal", 1, 1, 1);

    /// <summary>The rule of thumb: a tenth for data, three for models, six for simulations.</summary>
    public static StaticSplit FixedRatio => new("fixed ratio", 1, 3, 6);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        shares.CopyTo(cores);
        BudgetSum.Restore(cores, state.Cores);
    }
}
