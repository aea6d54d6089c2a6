using MatNotebooks.Models;
using MatNotebooks.Training;

namespace MatNotebooks.Interpretability;

/// <summary>
/// How much GEM-PPM listens to each bond, 0 to 1, and for each atom the sum over the bonds it hears. A description of the network, not of
/// what the prediction owes to a bond: it fades out with distance whatever the weights are, and fails <see cref="RandomizationTest"/>.
/// </summary>
/// <param name="Layer">Which layer, counted from 0; null, the default, for the mean over all.</param>
public sealed record AttentionWeights(int? Layer = null) : AttributionMethod
{
    private protected override Attribution Look(TrainedModel trained, TrainingData data, int row, int target)
    {
        var model = (trained.Model is EvidentialModel evidential ? evidential.Network : trained.Model) as GemPpmModel
            ?? throw new NotSupportedException($"{trained.Model.GetName()} has no attention over bonds; use {nameof(IntegratedGradients)}, or GEM-PPM.");
        using var batch = trained.BatchOf(data, [row]);
        var layers = model.Attention(batch);
        if (Layer is { } one && (one < 0 || one >= layers.Length))
            throw new ArgumentOutOfRangeException(nameof(Layer), $"Layer is {one}; the network has layers 0 to {layers.Length - 1}.");
        double[] bonds = [.. Enumerable.Range(0, batch.Edges).Select(edge => Layer is { } layer ? layers[layer][edge] : layers.Average(heard => (double)heard[edge]))];
        var atoms = new double[batch.Atoms];
        for (var edge = 0; edge < bonds.Length; edge++) atoms[batch.Receivers[edge]] += bonds[edge];
        var (receivers, senders, displacements) = BondsOf(data.Graphs[row]);
        return new("attention", atoms, bonds, receivers, senders, displacements, trained.Predict(data.At([row]))[0, target], null);
    }
}
