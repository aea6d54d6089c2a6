using MatNotebooks.Graphs;
using MatNotebooks.Models;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>Losses of batches that the host puts together, each while the one before it is learned from.</summary>
/// <param name="plan">Which crystals belong to which step.</param>
/// <param name="order">The order of crystals.</param>
/// <param name="make">Makes the batch of some crystals.</param>
/// <param name="objective">What is made small.</param>
/// <param name="model">The network.</param>
internal sealed class HostLosses(StepPlan plan, int[] order, Func<int[], GraphBatch> make, TrainingObjective objective, PropertyModel model) : IEpochLosses
{
    private readonly BatchesAhead batches = new(plan.Steps, step => make(order[Peers.Share(plan.Places(step))]));
    private GraphBatch? batch;

    public Tensor Of(int step)
    {
        batch?.Dispose();
        batch = batches.Next();
        var whole = plan.Places(step);
        var own = order[Peers.Share(whole)];
        var loss = objective.Of(model, batch, own);
        return Peers.Count == 1 ? loss : loss * ((double)own.Length / order[whole].Length);
    }

    public void Dispose()
    {
        batch?.Dispose();
        batches.Dispose();
    }
}
