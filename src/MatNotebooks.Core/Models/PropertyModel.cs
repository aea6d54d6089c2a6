using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>A network that reads crystals and answers with properties.</summary>
public abstract class PropertyModel : nn.Module<GraphBatch, Tensor>
{
    /// <summary>Names the model and says what it reads and answers.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="targets">How many properties it answers with, at least 1.</param>
    /// <param name="conditions">How many external conditions each crystal must carry, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No target, or a negative number of conditions.</exception>
    protected PropertyModel(string name, int targets, int conditions)
        : base(name)
    {
        if (targets < 1) throw new ArgumentOutOfRangeException(nameof(targets), $"Targets is {targets}; it must be at least 1.");
        if (conditions < 0) throw new ArgumentOutOfRangeException(nameof(conditions), $"Conditions is {conditions}; it must be at least 0.");
        (Targets, Conditions) = (targets, conditions);
    }

    /// <summary>How many properties it answers with.</summary>
    public int Targets { get; }

    /// <summary>How many external conditions each crystal of a batch must carry.</summary>
    public int Conditions { get; }

    /// <summary>How many points of each crystal's powder pattern training shows it (<see cref="GraphBatch.Patterns"/>); 0, the default, for none.</summary>
    public virtual int PatternPoints => 0;

    /// <summary>The properties of each crystal | in the units of training, (crystals × targets).</summary>
    /// <exception cref="ArgumentException">The batch carries another number of conditions than the model reads.</exception>
    public abstract override Tensor forward(GraphBatch batch);

    /// <summary>What <see cref="forward"/> gives, and a penalty of the model's own that training adds to its loss; null where it has none.</summary>
    public virtual (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(GraphBatch batch) => (forward(batch), null);

    /// <summary>Whether it reads batches that were put together on its device.</summary>
    internal virtual bool ReadsResident => false;

    /// <summary>As <see cref="ForwardWithPenalty(GraphBatch)"/>, of a batch that was put together on the model's device.</summary>
    /// <exception cref="NotSupportedException">The model reads batches of the host only (<see cref="ReadsResident"/>).</exception>
    internal virtual (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(ResidentBatch batch) =>
        throw new NotSupportedException($"{GetName()} reads batches in the host's memory only.");

    /// <summary>Starts what is random in training (dropout) anew; the same seed gives the same course.</summary>
    public void Reseed(int seed) => apply(part =>
    {
        if (part is SeededDropout dropout) dropout.Reseed(unchecked(seed++ * 7919));
    });

    /// <summary>Checks that a batch fits the model.</summary>
    private protected void RequireConditions(GraphBatch batch) => RequireConditions(batch.ConditionCount);

    /// <summary>Checks that a batch with some conditions per crystal fits the model.</summary>
    private protected void RequireConditions(long carried)
    {
        if (carried != Conditions)
            throw new ArgumentException(
                $"The batch carries {carried} conditions per crystal and {GetName()} reads {Conditions}; give each crystal {Conditions}, or build the model with Conditions = {carried}.");
    }
}
