using MatNotebooks.Graphs;
using MatNotebooks.Training;

namespace MatNotebooks.Interpretability;

/// <summary>A way to tell what each atom and bond contributes to a prediction.</summary>
public abstract record AttributionMethod
{
    private protected AttributionMethod()
    {
    }

    /// <summary>Explains what a network predicts for a crystal.</summary>
    /// <param name="trained">The network.</param>
    /// <param name="data">Crystals with their graphs.</param>
    /// <param name="row">Which crystal. The default is the first.</param>
    /// <param name="target">Which target. The default is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such crystal or target.</exception>
    /// <exception cref="NotSupportedException">A network that this method cannot look into; the message says which it can.</exception>
    public Attribution Explain(TrainedModel trained, TrainingData data, int row = 0, int target = 0)
    {
        if (row < 0 || row >= data.Count) throw new ArgumentOutOfRangeException(nameof(row), $"row is {row}; there are {data.Count} crystals.");
        if (target < 0 || target >= trained.Model.Targets)
            throw new ArgumentOutOfRangeException(nameof(target), $"target is {target}; {trained.Model.GetName()} predicts {trained.Model.Targets}.");
        var learning = trained.Model.training;
        trained.Model.eval();
        try
        {
            return Look(trained, data, row, target);
        }
        finally
        {
            trained.Model.train(learning);
        }
    }

    private protected abstract Attribution Look(TrainedModel trained, TrainingData data, int row, int target);

    /// <summary>The bonds of a crystal, to be named by whoever draws them.</summary>
    private protected static (int[] Receivers, int[] Senders, float[][] Displacements) BondsOf(CrystalGraph graph) =>
        ([.. Enumerable.Range(0, graph.Atoms).SelectMany(atom => Enumerable.Repeat(atom, graph.FirstEdge[atom + 1] - graph.FirstEdge[atom]))], [.. graph.Senders], [.. graph.Displacements.Chunk(3)]);
}
