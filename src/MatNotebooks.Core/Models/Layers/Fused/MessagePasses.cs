using System.Runtime.Intrinsics;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// Runs the loops over the parts of a batch, on as many threads as there are cores, with the widest lanes the width divides into. What
/// parts share (gradients of weights) each sums for itself; the sums are added in the parts' order, so every run gives the same bits.
/// </summary>
internal static unsafe class MessagePasses
{
    public static void Forward(MessageArguments given, int[] cuts, float* sum, float* attention)
    {
        var (into, heard) = ((nint)sum, (nint)attention);
        Parallel.For(0, cuts.Length - 1, part =>
        {
            if (Fits<Lanes512>(Vector512.IsHardwareAccelerated, given.Width))
                MessageLoop<Lanes512>.Run(given, cuts[part], cuts[part + 1], (float*)into, (float*)heard);
            else if (Fits<Lanes256>(Vector256.IsHardwareAccelerated, given.Width))
                MessageLoop<Lanes256>.Run(given, cuts[part], cuts[part + 1], (float*)into, (float*)heard);
            else
                MessageLoop<OneLane>.Run(given, cuts[part], cuts[part + 1], (float*)into, (float*)heard);
        });
    }

    public static void Backward(MessageArguments given, MessageGradients gradients, int gaussians, int[] cuts)
    {
        var (edges, scores) = (gaussians * 2 * given.Width, given.Width + 1);
        var partial = new float[cuts.Length - 1][];
        Parallel.For(0, cuts.Length - 1, part =>
        {
            partial[part] = new float[edges + scores];
            fixed (float* own = partial[part])
            {
                var mine = gradients with { Edge = own, Score = own + edges };
                if (Fits<Lanes512>(Vector512.IsHardwareAccelerated, given.Width))
                    MessageGradientLoop<Lanes512>.Run(given, mine, cuts[part], cuts[part + 1]);
                else if (Fits<Lanes256>(Vector256.IsHardwareAccelerated, given.Width))
                    MessageGradientLoop<Lanes256>.Run(given, mine, cuts[part], cuts[part + 1]);
                else
                    MessageGradientLoop<OneLane>.Run(given, mine, cuts[part], cuts[part + 1]);
            }
        });
        foreach (var one in partial)
        {
            for (var i = 0; i < edges; i++)
                gradients.Edge[i] += one[i];
            for (var i = 0; i < scores; i++)
                gradients.Score[i] += one[edges + i];
        }
    }

    private static bool Fits<T>(bool accelerated, int width)
        where T : struct, ILanes<T>
        => accelerated && width % T.Count == 0;
}
