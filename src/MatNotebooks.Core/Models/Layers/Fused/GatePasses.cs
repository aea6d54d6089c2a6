namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Runs the loops of CGCNN's gate over the parts of a batch, as <see cref="MessagePasses"/> does those of messages.</summary>
internal static unsafe class GatePasses
{
    /// <summary>Maps every shell, and gives the norm: of these shells while the network learns, else the remembered one.</summary>
    public static FoldedNorm Map(GateArguments given, MessageShells shells, RowNorm norm, bool learning)
    {
        var (length, cuts) = (given.Pair.Length, shells.Cuts);
        var common = stackalloc float[length];
        using var sums = new PartSums(cuts.Length - 1, 2 * length);
        Parts.WithLanes(given.Width, new MapWork(given, cuts, (nint)common, sums));
        return learning ? norm.OfBatch(common, sums.InAll(), shells.EdgesInAll) : norm.AtRest();
    }

    /// <summary>Sums the gated messages that atoms receive.</summary>
    public static void Sum(GateArguments given, int[] cuts, float* sum) => Parts.WithLanes(given.Width, new SumWork(given, cuts, (nint)sum));

    /// <summary>Writes the gradients of normalised shells; gives their sums and those of their products with the distance from the mean.</summary>
    public static double[] Gate(GateArguments given, GateGradients gradients, int[] cuts)
    {
        using var sums = new PartSums(cuts.Length - 1, 2 * given.Pair.Length);
        Parts.WithLanes(given.Width, new GateWork(given, gradients, cuts, sums));
        return sums.InAll();
    }

    /// <summary>Carries the gradients of normalised shells to atoms and weights.</summary>
    public static void Spread(GateArguments given, GateGradients gradients, int gaussians, int[] cuts)
    {
        var length = gaussians * given.Pair.Length;
        using var sums = new PartSums(cuts.Length - 1, length);
        Parts.WithLanes(given.Width, new SpreadWork(given, gradients, cuts, sums));
        for (var part = 0; part < cuts.Length - 1; part++) Elements.Add(sums.Of(part), new(gradients.Pair.Edge, length));
    }

    private readonly struct MapWork(GateArguments given, int[] cuts, nint common, PartSums sums) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, parts, center, own) = (given, cuts, common, sums);
            if (read.Pair.Senders.Length > 0) PairLoop<T>.Map(read.Pair, Array.FindLastIndex(read.Pair.FirstEdge, first => first == 0), 0, (float*)center);
            Parts.ForEach(parts.Length - 1, part =>
            {
                fixed (float* into = own.Of(part)) GateLoop<T>.Map(read, parts[part], parts[part + 1], (float*)center, into);
            });
        }
    }

    private readonly struct SumWork(GateArguments given, int[] cuts, nint sum) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, parts, into) = (given, cuts, sum);
            Parts.ForEach(parts.Length - 1, part => GateLoop<T>.Sum(read, parts[part], parts[part + 1], (float*)into));
        }
    }

    private readonly struct GateWork(GateArguments given, GateGradients gradients, int[] cuts, PartSums sums) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, write, parts, own) = (given, gradients, cuts, sums);
            Parts.ForEach(parts.Length - 1, part =>
            {
                fixed (float* into = own.Of(part)) GateGradientLoop<T>.Gate(read, write, parts[part], parts[part + 1], into);
            });
        }
    }

    private readonly struct SpreadWork(GateArguments given, GateGradients gradients, int[] cuts, PartSums sums) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, write, parts, own) = (given, gradients, cuts, sums);
            Parts.ForEach(parts.Length - 1, part =>
            {
                fixed (float* into = own.Of(part))
                    GateGradientLoop<T>.Spread(read, write with { Pair = write.Pair with { Edge = into } }, parts[part], parts[part + 1]);
            });
        }
    }
}
