using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Resident;
using MatNotebooks.Training.Targets;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>A trained network with what turns its answers into targets.</summary>
public sealed class TrainedModel : IPredictor
{
    private const int BatchSize = 128;
    private const int DeviceBatchSize = 2048; // a GPU is not busy with fewer

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
    public double[,] Predict(TrainingData data)
    {
        var learning = Model.training;
        Model.eval();
        var predicted = new double[data.Count, Model.Targets];
        var batches = (data.Count + BatchSize - 1) / BatchSize;
        // A network at rest changes nothing of itself, so that threads can share it; a GPU is kept busy by one.
        if (Model.parameters().First().device.type == TorchSharp.DeviceType.CPU) Parallel.For(0, batches, batch => PredictBatch(data, batch, predicted));
        else if (Model.ReadsResident && data.Count > 0) PredictOnDevice(data, predicted);
        else for (var batch = 0; batch < batches; batch++) PredictBatch(data, batch, predicted);
        Model.train(learning);
        return predicted;
    }

    /// <summary>Predicts with some parts of the network not at rest.</summary>
    /// <param name="data">The crystals.</param>
    /// <param name="wake">Is shown every part, all at rest.</param>
    internal double[,] PredictWith(TrainingData data, Action<nn.Module> wake)
    {
        var predicted = new double[data.Count, Model.Targets];
        var learning = Model.training;
        Model.eval();
        Model.apply(wake);
        for (var batch = 0; batch * BatchSize < data.Count; batch++) PredictBatch(data, batch, predicted);
        Model.train(learning);
        return predicted;
    }

    private void PredictBatch(TrainingData data, int batch, double[,] predicted)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var first = batch * BatchSize;
        var places = Enumerable.Range(first, Math.Min(BatchSize, data.Count - first)).ToArray();
        Answer(data, first, Model.call(BatchOf(data, places)), predicted);
    }

    /// <summary>Predicts with batches that the model's device puts together.</summary>
    internal void PredictOnDevice(TrainingData data, double[,] predicted)
    {
        using var still = no_grad();
        using var graphs = SendGraphs(data);
        using var whole = NewDisposeScope();
        var order = graphs.Ordered([.. Enumerable.Range(0, data.Count)]);
        var type = Model.parameters().First().dtype;
        for (var first = 0; first < data.Count; first += DeviceBatchSize)
        {
            using var scope = NewDisposeScope();
            var batch = graphs.Batch(order, first, Math.Min(data.Count, first + DeviceBatchSize), type);
            Answer(data, first, Model.ForwardWithPenalty(batch).Prediction, predicted);
        }
    }

    /// <summary>The graphs of crystals on the model's device.</summary>
    internal ResidentGraphs SendGraphs(TrainingData data) =>
        new(data.Graphs, Model.Conditions == 0 ? null : conditions.Of(data.Samples), Model.parameters().First().device);

    /// <summary>Writes a batch's answers, as targets, from a row on.</summary>
    private void Answer(TrainingData data, int first, Tensor said, double[,] predicted)
    {
        var answers = said.to_type(ScalarType.Float64).cpu().data<double>().ToArray();
        for (var row = first; row < first + (answers.Length / Model.Targets); row++)
        {
            var own = answers.AsSpan((row - first) * Model.Targets, Model.Targets);
            Targets.FromModel(data.Samples[row], own);
            for (var target = 0; target < own.Length; target++) predicted[row, target] = own[target];
        }
    }

    /// <summary>The batch that the network reads for some crystals.</summary>
    public GraphBatch BatchOf(TrainingData data, IReadOnlyList<int> places) =>
        GraphBatch.Of(
        [.. places.Select(place => data.Graphs[place])],
        Model.Conditions == 0 ? null : conditions.Of(places.Select(place => data.Samples[place])));

    /// <inheritdoc/>
    public void Dispose() => Model.Dispose();
}
