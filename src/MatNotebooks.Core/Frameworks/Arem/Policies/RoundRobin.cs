using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>All cores go to one layer after another, the same time each.</summary>
/// <param name="turn">How long a layer's turn is | s, greater than 0.</param>
public sealed class RoundRobin(double turn) : IAllocationPolicy
{
    /// <inheritdoc/>
    public string Name => "round robin";

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        cores.Clear();
        cores[(int)((long)(state.Time / turn) % cores.Length)] = state.Cores;
    }
}
