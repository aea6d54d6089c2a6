using MatNotebooks.Graphs;
using MatNotebooks.Training;

namespace MatNotebooks.Bench.Tables;

/// <summary>What learns a task.</summary>
/// <param name="Model">Its name in the rows.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Graphs">The graphs it reads.</param>
/// <param name="Epochs">Passes over the training rows; 0 for what learns in one go.</param>
internal sealed record TableLearner(string Model, ILearner Learner, GraphOptions Graphs, int Epochs)
{
    /// <summary>Everything that its result depends on beside the rows.</summary>
    public required string Settings { get; init; }

    /// <summary>Whether another seed gives another result.</summary>
    public bool IsRandom { get; init; } = true;
}
