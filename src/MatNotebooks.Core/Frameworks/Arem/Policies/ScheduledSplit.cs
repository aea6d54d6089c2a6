using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>Shares that change at fixed shares of the budget: what a search in hindsight tries.</summary>
public sealed class ScheduledSplit : IAllocationPolicy
{
    private readonly double[][] segments;
    private double whole;

    /// <summary>Fixes the schedule.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="segments">Weights of the layers in each segment, all segments of equal budget, at least one, (segments)(3).</param>
    /// <exception cref="ArgumentException">No segment.</exception>
    public ScheduledSplit(string name, IReadOnlyList<double[]> segments)
    {
        if (segments.Count == 0) throw new ArgumentException("The schedule has no segment; give at least one.");
        (Name, this.segments) = (name, [.. segments]);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        if (whole == 0) whole = state.CoreSecondsLeft;
        var spent = whole > 0 ? 1 - (state.CoreSecondsLeft / whole) : 0;
        segments[Math.Clamp((int)(spent * segments.Length), 0, segments.Length - 1)].CopyTo(cores);
        BudgetSum.Restore(cores, state.Cores);
    }
}
