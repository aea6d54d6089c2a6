using MatNotebooks.Models;
using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>Training data on the model's device: their graphs, and what the network should answer.</summary>
internal sealed class ResidentTraining : IDisposable
{
    /// <summary>Sends training data to where the model is.</summary>
    public ResidentTraining(TrainedModel trained, TrainingData data, TrainingObjective objective)
    {
        var like = trained.Model.parameters().First();
        Graphs = trained.SendGraphs(data);
        Labels = objective.Labels(like).DetachFromDisposeScope();
    }

    /// <summary>The graphs.</summary>
    public ResidentGraphs Graphs { get; }

    /// <summary>What the network should answer, (crystals, outputs).</summary>
    public Tensor Labels { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Graphs.Dispose();
        Labels.Dispose();
    }
}
