using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training.Targets;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>A trained network with what turns its answers into targets.</summary>
public sealed class TrainedModel : IPredictor
{
    private const int BatchSize = 128;

    private readonly ConditionScaling conditions;

    internal TrainedModel(PropertyModel model, TargetMap targets, ConditionScaling conditions) =>
        (Model, Targets, this.conditions) = (model, targets, conditions);

    /// <summary>How conditions are brought to one scale.</summary>
    internal ConditionScaling Conditions => conditions;

    /// <summary>The network.</summary>
    public PropertyModel Model { get; }

    /// <summary>What its answers mean.</summary>
    public TargetMap Targets { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The crystals carry another number of conditions than the network reads.</exception>
    public double[,] Predict(TrainingData data) => PredictWith(data, _ => { });

    /// <summary>Predicts with some parts of the network not at rest.</summary>
    /// <param name="data">The crystals.</param>
    /// <param name="wake">Is shown every part, all at rest.</param>
    internal double[,] PredictWith(TrainingData data, Action<nn.Module> wake)
    {
        var predicted = new double[data.Count, Model.Targets];
        var learning = Model.training;
        Model.eval();
        Model.apply(wake);
        using var still = no_grad();
        for (var first = 0; first < data.Count; first += BatchSize)
        {
            using var scope = NewDisposeScope();
            var places = Enumerable.Range(first, Math.Min(BatchSize, data.Count - first)).ToArray();
            var answers = Model.call(BatchOf(data, places)).to_type(ScalarType.Float64).cpu().data<double>().ToArray();
            for (var row = 0; row < places.Length; row++)
            {
                var own = answers.AsSpan(row * Model.Targets, Model.Targets);
                Targets.FromModel(data.Samples[places[row]], own);
                for (var target = 0; target < own.Length; target++) predicted[places[row], target] = own[target];
            }
        }
        Model.train(learning);
        return predicted;
    }

    /// <summary>The batch that the network reads for some crystals.</summary>
    public GraphBatch BatchOf(TrainingData data, IReadOnlyList<int> places) =>
        GraphBatch.Of(
        [.. places.Select(place => data.Graphs[place])],
        Model.Conditions == 0 ? null : conditions.Of(places.Select(place => data.Samples[place])));

    /// <inheritdoc/>
    public void Dispose() => Model.Dispose();
}
