namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// Runs the loops over the parts of a batch. What parts share (gradients of weights) each sums for itself; the sums are added in the
/// parts' order, so every run gives the same bits.
/// </summary>
internal static unsafe class MessagePasses
{
    public static void Forward(MessageArguments given, int[] cuts, float* sum, float* attention) =>
        Parts.WithLanes(given.Width, new ForwardWork(given, cuts, (nint)sum, (nint)attention));

    public static void Backward(MessageArguments given, MessageGradients gradients, int gaussians, int[] cuts)
    {
        var (edges, scores) = (gaussians * 2 * given.Width, given.Width + 1);
        var partial = new float[cuts.Length - 1][];
        Parts.WithLanes(given.Width, new BackwardWork(given, gradients, cuts, partial, edges, scores));
        foreach (var one in partial)
        {
            Elements.Add(one.AsSpan(0, edges), new(gradients.Pair.Edge, edges));
            Elements.Add(one.AsSpan(edges), new(gradients.Score, scores));
        }
    }

    private readonly struct ForwardWork(MessageArguments given, int[] cuts, nint sum, nint attention) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, parts, into, heard) = (given, cuts, sum, attention);
            Parts.ForEach(parts.Length - 1, part => MessageLoop<T>.Run(read, parts[part], parts[part + 1], (float*)into, (float*)heard));
        }
    }

    private readonly struct BackwardWork(MessageArguments given, MessageGradients gradients, int[] cuts, float[][] partial, int edges, int scores) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, write, parts, sums, forEdges, forScores) = (given, gradients, cuts, partial, edges, scores);
            Parts.ForEach(parts.Length - 1, part =>
            {
                sums[part] = new float[forEdges + forScores];
                fixed (float* own = sums[part])
                {
                    var mine = write with { Pair = write.Pair with { Edge = own }, Score = own + forEdges };
                    MessageGradientLoop<T>.Run(read, mine, parts[part], parts[part + 1]);
                }
            });
        }
    }
}
