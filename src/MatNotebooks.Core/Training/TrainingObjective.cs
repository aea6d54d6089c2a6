using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Resident;
using MatNotebooks.Physics.Constraints;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Targets;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>What a training makes small: the loss of known labels, what physics demands, and what the network asks of itself.</summary>
internal sealed class TrainingObjective
{
    private readonly TrainingData data;
    private readonly TrainingLoss loss;
    private readonly PhysicsPenalty physics;
    private readonly TargetMap map;
    private readonly float[][] wanted;

    /// <summary>Prepares training data.</summary>
    /// <param name="options">How it is trained.</param>
    /// <param name="data">The training data.</param>
    /// <param name="map">What the network learns for their targets.</param>
    public TrainingObjective(TrainerOptions options, TrainingData data, TargetMap map)
    {
        (this.data, this.map, physics) = (data, map, options.Physics);
        loss = data.Classes.Count > 0 ? options.ClassLoss : options.Loss;
        wanted = [.. data.Samples.Select(sample => map.ToModel(sample).Select(value => (float)value).ToArray())];
    }

    /// <summary>Whether it can be formed of batches that carry nothing but graphs and conditions.</summary>
    public bool ReadsResident => physics.Weight == 0 || physics.Constraints.Count == 0;

    /// <summary>What the network should answer for every crystal of the data, (crystals, outputs).</summary>
    /// <param name="like">Of the type and on the device of the model.</param>
    public Tensor Labels(Tensor like) => tensor((float[])[.. wanted.SelectMany(row => row)], [wanted.Length, data.Outputs], like.dtype, like.device);

    /// <summary>The objective of a step whose batch was put together on the model's device | no unit, no dimensions.</summary>
    /// <param name="model">The network.</param>
    /// <param name="batch">The crystals of the step.</param>
    /// <param name="labels">What it should answer, (crystals, outputs).</param>
    public Tensor Of(PropertyModel model, ResidentBatch batch, Tensor labels)
    {
        var (predicted, penalty) = model.ForwardWithPenalty(batch);
        var total = loss.Of(predicted, labels);
        return penalty is null ? total : total + penalty;
    }

    /// <summary>The objective of a step | no unit, no dimensions.</summary>
    /// <param name="model">The network.</param>
    /// <param name="batch">The crystals of the step, as the network reads them.</param>
    /// <param name="places">Their places in the training data.</param>
    public Tensor Of(PropertyModel model, GraphBatch batch, IReadOnlyList<int> places)
    {
        if (model.PatternPoints > 0) batch.Patterns = data.PatternsOf(places, model.PatternPoints);
        var (predicted, penalty) = model.ForwardWithPenalty(batch);
        float[] labels = [.. places.SelectMany(place => wanted[place])];
        var total = loss.Of(predicted, tensor(labels, [places.Count, data.Outputs], predicted.dtype, predicted.device));
        if (penalty is not null) total = total + penalty;
        if (physics.Weight == 0 || physics.Constraints.Count == 0) return total;
        // Constraints read physical units, whatever was done to the targets; what a network says of its certainty comes behind these.
        var answers = predicted.narrow(1, 0, data.Outputs);
        return total + physics.Of(map.FromModel([.. places.Select(place => data.Samples[place])], answers));
    }
}
