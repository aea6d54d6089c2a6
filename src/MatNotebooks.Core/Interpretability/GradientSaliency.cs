using MatNotebooks.Training;

namespace MatNotebooks.Interpretability;

/// <summary>
/// How steeply the prediction changes when an atom or bond begins to fade: the size of the slope at the whole crystal (Simonyan, Vedaldi
/// and Zisserman 2014). Quick, but blind where the network is saturated, and its numbers do not add up to anything.
/// </summary>
public sealed record GradientSaliency : AttributionMethod
{
    private const double Step = 1e-3; // of the answer, to find how a target follows it

    private protected override Attribution Look(TrainedModel trained, TrainingData data, int row, int target)
    {
        var (graph, sample) = (data.Graphs[row], data.Samples[row]);
        var (answers, atoms, shells) = FadingCrystal.At(trained, data, row, target, [1]);
        double Value(double more)
        {
            var moved = answers[0].ToArray();
            moved[target] += more;
            trained.Targets.FromModel(sample, moved);
            return moved[target];
        }
        var unit = (Value(Step) - Value(-Step)) / (2 * Step);
        var (receivers, senders, displacements) = BondsOf(graph);
        return new(
            "gradient saliency",
            [.. atoms[0].Select(slope => Math.Abs(unit * slope))],
            [.. graph.Shells.ShellOfEdge.Select(shell => Math.Abs(unit * shells[0][shell]) / graph.Shells.Counts[shell])],
            receivers, senders, displacements, Value(0), null);
    }
}
