using MatNotebooks.Models;
using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>Losses of batches that the model's device puts together.</summary>
internal sealed class DeviceLosses : IEpochLosses
{
    private readonly StepPlan plan;
    private readonly ResidentTraining data;
    private readonly ResidentOrder order;
    private readonly TrainingObjective objective;
    private readonly PropertyModel model;

    /// <param name="plan">Which crystals belong to which step.</param>
    /// <param name="order">The order of crystals.</param>
    /// <param name="data">The training data on the device.</param>
    /// <param name="objective">What is made small.</param>
    /// <param name="model">The network.</param>
    public DeviceLosses(StepPlan plan, int[] order, ResidentTraining data, TrainingObjective objective, PropertyModel model)
    {
        (this.plan, this.data, this.objective, this.model) = (plan, data, objective, model);
        var sent = data.Graphs.Ordered(order);
        this.order = sent with { OnDevice = sent.OnDevice.DetachFromDisposeScope() };
    }

    public Tensor Of(int step)
    {
        var (from, to) = (plan.Places(step).Start.Value, plan.Places(step).End.Value);
        var labels = data.Labels.index_select(0, order.OnDevice.narrow(0, from, to - from));
        return objective.Of(model, data.Graphs.Batch(order, from, to, labels.dtype), labels);
    }

    public void Dispose() => order.OnDevice.Dispose();
}
