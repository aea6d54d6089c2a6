using MathNet.Numerics.Integration;
using MatNotebooks.Training;

namespace MatNotebooks.Interpretability;

/// <summary>
/// Contributions that add up: the slope of the prediction by the presence of each atom and bond, integrated along the straight way from
/// a crystal of which nothing is there (every atom an average of all elements, every bond silent) to the whole one. Their sum is the
/// prediction less that of the baseline (completeness; Sundararajan, Taly and Yan, ICML 2017).
/// </summary>
/// <remarks>
/// Where answers are turned into targets by a curve (logarithms, probabilities), contributions to the answer are scaled by one factor, so
/// that they still add up. References of elements that were taken from the targets before training belong to the baseline.
/// </remarks>
/// <param name="Points">Places of the Gauss–Legendre rule along the way, 2 to 1024. The default is 32.</param>
public sealed record IntegratedGradients(int Points = 32) : AttributionMethod
{
    private protected override Attribution Look(TrainedModel trained, TrainingData data, int row, int target)
    {
        if (Points is < 2 or > 1024) throw new ArgumentOutOfRangeException(nameof(Points), $"Points is {Points}; it must be 2 to 1024.");
        var rule = new GaussLegendreRule(0, 1, Points);
        var graph = data.Graphs[row];
        var (answers, atoms, shells) = FadingCrystal.At(trained, data, row, target, [.. rule.Abscissas, 0, 1]);
        double Integral(double[][] slopes, int place) => rule.Weights.Select((weight, step) => weight * slopes[step][place]).Sum();
        var (from, to) = (answers[^2][target], answers[^1][target]);
        trained.Targets.FromModel(data.Samples[row], answers[^2]);
        trained.Targets.FromModel(data.Samples[row], answers[^1]);
        var (baseline, prediction) = (answers[^2][target], answers[^1][target]);
        var unit = to == from ? 0 : (prediction - baseline) / (to - from);
        var (receivers, senders, displacements) = BondsOf(graph);
        return new(
            "integrated gradients",
            [.. Enumerable.Range(0, graph.Atoms).Select(atom => unit * Integral(atoms, atom))],
            [.. graph.Shells.ShellOfEdge.Select(shell => unit * Integral(shells, shell) / graph.Shells.Counts[shell])],
            receivers, senders, displacements, prediction, baseline);
    }
}
