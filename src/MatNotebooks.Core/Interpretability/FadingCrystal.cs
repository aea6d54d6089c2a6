using MatNotebooks.Graphs;
using MatNotebooks.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Interpretability;

/// <summary>A crystal that fades: what is predicted, and its slope, where only a share of every atom and bond is there.</summary>
internal static class FadingCrystal
{
    /// <summary>What the network answers at some shares of presence, and the slope of that by each atom and shell.</summary>
    /// <param name="trained">The network, at rest.</param>
    /// <param name="data">Crystals with their graphs.</param>
    /// <param name="row">Which crystal.</param>
    /// <param name="target">Which target.</param>
    /// <param name="shares">The shares, 0 to 1.</param>
    /// <returns>Answers of all targets, (shares)(targets); slopes, (shares)(atoms) and (shares)(shells) | as the network answers.</returns>
    /// <exception cref="NotSupportedException">A network whose answer does not follow presence.</exception>
    public static (double[][] Answers, double[][] Atoms, double[][] Shells) At(TrainedModel trained, TrainingData data, int row, int target, double[] shares)
    {
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        // All shares side by side as one batch: a network at rest does not let crystals of a batch hear each other.
        using var batch = trained.BatchOf(data, [.. Enumerable.Repeat(row, shares.Length)]);
        var like = trained.Model.parameters().First();
        Tensor Column(int each) => tensor([.. shares.SelectMany(share => Enumerable.Repeat((float)share, each))], [shares.Length * each, 1], like.dtype, like.device).requires_grad_();
        var (atoms, shells) = (Column(batch.Atoms / shares.Length), Column(batch.Shells.Senders.Length / shares.Length));
        batch.Presence = new(atoms, shells);
        var answers = trained.Model.call(batch);
        if (!answers.requires_grad) throw Blind(trained);
        var slopes = autograd.grad([answers.select(1, target).sum()], [atoms, shells], allow_unused: true);
        if (slopes[0] is null) throw Blind(trained);
        return (Rows(answers, shares.Length), Rows(slopes[0], shares.Length), slopes[1] is null ? [.. shares.Select(_ => new double[shells.shape[0] / shares.Length])] : Rows(slopes[1], shares.Length));
    }

    private static NotSupportedException Blind(TrainedModel trained) =>
        new($"{trained.Model.GetName()} reads crystals as sequences, whose atoms cannot fade; GEM-PPM, CGCNN, SchNet and the composition network can be explained.");

    private static double[][] Rows(Tensor table, int rows) =>
        [.. table.detach().to_type(ScalarType.Float64).cpu().data<double>().ToArray().Chunk((int)Math.Max(1, table.numel() / rows))];
}
