using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>
/// The processes of this machine that train one network together, each on its share of every step; one process alone where nobody
/// joined. All hold the same weights, take the same order of crystals and come to the same numbers.
/// </summary>
/// <remarks>
/// Losses are weighed by crystals, so that the sum over processes is the mean over the step. That is exact for losses that are means over
/// crystals; the reconstruction of edges, a mean over edges, and losses with missing labels are weighed by crystals as well. Batch
/// normalisation runs over the rows of all processes. Dropout draws of its own in every process.
/// </remarks>
public static class Peers
{
    /// <summary>How many there are; 1 in a process that trains alone.</summary>
    public static int Count => distributed.world_size;

    /// <summary>Which of them this is, from 0; the first writes checkpoints.</summary>
    public static int Rank => distributed.rank;

    /// <summary>Joins the others, and waits for them.</summary>
    /// <param name="file">A file that is not there yet and that all name.</param>
    /// <param name="rank">Which this is, from 0.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="patience">How long others are waited for, now and in every step. The default is five minutes.</param>
    /// <exception cref="InvalidOperationException">The others did not come, or this build has no Gloo; the message says which.</exception>
    public static void Join(string file, int rank, int count, TimeSpan? patience = null) =>
        Try(() => distributed.init_process_group(file, rank, count, patience ?? TimeSpan.FromMinutes(5)));

    /// <summary>Leaves them.</summary>
    public static void Leave() => distributed.destroy_process_group();

    /// <summary>This process's share of the places of a step; never empty where there are at least as many as processes.</summary>
    internal static Range Share(Range step)
    {
        var (from, length) = (step.Start.Value, step.End.Value - step.Start.Value);
        return (from + (int)((long)Rank * length / Count))..(from + (int)((Rank + 1L) * length / Count));
    }

    /// <summary>Replaces every gradient by its sum over all processes.</summary>
    internal static void SumGradients(nn.Module model)
    {
        if (Count == 1) return;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        // A parameter without a gradient here may have one elsewhere, and all must send the same numbers.
        Tensor[] gradients = [.. model.parameters().Select(parameter => parameter.grad ?? zeros_like(parameter))];
        var all = cat([.. gradients.Select(gradient => gradient.reshape(-1))]);
        Sum(all);
        var at = 0L;
        foreach (var (parameter, gradient) in model.parameters().Zip(gradients))
        {
            gradient.copy_(all.narrow(0, at, gradient.numel()).view_as(gradient));
            parameter.grad = gradient;
            at += gradient.numel();
        }
    }

    /// <summary>Replaces a tensor by its sum over all processes.</summary>
    internal static void Sum(Tensor tensor) => Try(() => distributed.all_reduce(tensor));

    /// <summary>Waits until all are here.</summary>
    internal static void Meet()
    {
        if (Count == 1) return;
        using var none = zeros(1);
        Sum(none);
    }

    /// <summary>Predictions of which each process made its share of rows.</summary>
    /// <param name="rows">Rows in all.</param>
    /// <param name="predict">Predicts some rows.</param>
    internal static double[,] Predict(int rows, Func<Range, double[,]> predict)
    {
        if (Count == 1) return predict(..rows);
        var own = Share(0..rows);
        var mine = predict(own);
        var all = new double[rows, mine.GetLength(1)];
        for (var row = 0; row < mine.GetLength(0); row++)
            for (var column = 0; column < mine.GetLength(1); column++) all[own.Start.Value + row, column] = mine[row, column];
        using var scope = NewDisposeScope();
        var sum = tensor(all);
        Sum(sum);
        Buffer.BlockCopy(sum.data<double>().ToArray(), 0, all, 0, sizeof(double) * all.Length);
        return all;
    }

    private static void Try(Action collective)
    {
        try
        {
            collective();
        }
        catch (ExternalException lost)
        {
            throw Lost(lost);
        }
    }

    /// <summary>What is said when a sum over processes fails.</summary>
    internal static InvalidOperationException Lost(ExternalException lost) => new(
        $"The processes that train together lost one another ({lost.Message.ReplaceLineEndings(" ").Trim()}); all of them end. Look at what the others said; the same training goes on from its checkpoint.", lost);
}
