using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>All cores go to the layer whose waiting work pays soonest: the next simulation, while a model that has seen half of the labels chose it, else training; encoding where neither has work.</summary>
public sealed class GreedyPolicy : IAllocationPolicy
{
    private double staleness;

    /// <inheritdoc/>
    public string Name => "greedy";

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
        if (report.Layer == AremLayer.Steering) staleness = double.IsNaN(report.Staleness) ? 1 : report.Staleness;
        if (report.Ending == TaskEnding.Refreshed) staleness = 0;
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        cores.Clear();
        var layer = staleness > 0.5 && state.Runnable.Inference > 0 ? AremLayer.Inference
            : state.Runnable.Steering > 0 ? AremLayer.Steering
            : AremLayer.Representation;
        cores[(int)layer] = state.Cores;
    }
}
