namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Runs the loops over normalised rows, part by part.</summary>
/// <typeparam name="TStep">What is done with each normalised number.</typeparam>
internal static unsafe class NormPasses<TStep>
    where TStep : struct, INormStep
{
    private enum Pass
    {
        Measure,
        Apply,
        Return,
        Denormalize,
    }

    /// <summary>The norm of these rows, which is remembered.</summary>
    public static FoldedNorm Measure(NormArguments given, RowNorm norm, int[] cuts)
    {
        using var sums = new PartSums(cuts.Length - 1, 2 * given.Width);
        Parts.WithLanes(given.Width, new Work(Pass.Measure, given, null, cuts, sums));
        return norm.OfBatch(given.Values, sums.InAll(), cuts[^1]);
    }

    /// <summary>Normalises and takes the step.</summary>
    public static void Apply(NormArguments given, FoldedNorm norm, int[] cuts) => Parts.WithLanes(given.Width, new Work(Pass.Apply, given, norm, cuts, null));

    /// <summary>Takes the step back; gives the sums that the gradients of the norm are made of.</summary>
    public static double[] Return(NormArguments given, FoldedNorm norm, int[] cuts)
    {
        using var sums = new PartSums(cuts.Length - 1, 2 * given.Width);
        Parts.WithLanes(given.Width, new Work(Pass.Return, given, norm, cuts, sums));
        return sums.InAll();
    }

    /// <summary>Carries gradients through the norm.</summary>
    public static void Denormalize(NormArguments given, FoldedNorm norm, int[] cuts) => Parts.WithLanes(given.Width, new Work(Pass.Denormalize, given, norm, cuts, null));

    private readonly struct Work(Pass pass, NormArguments given, FoldedNorm? norm, int[] cuts, PartSums? sums) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (which, read, folded, parts, own) = (pass, given, norm, cuts, sums);
            Parts.ForEach(parts.Length - 1, part =>
            {
                var (first, end) = (parts[part], parts[part + 1]);
                fixed (float* into = own is null ? default : own.Of(part))
                {
                    if (which == Pass.Measure) NormLoop<T, TStep>.Measure(read, first, end, into);
                    else if (which == Pass.Apply) NormLoop<T, TStep>.Apply(read, folded!, first, end);
                    else if (which == Pass.Return) NormLoop<T, TStep>.Return(read, folded!, first, end, into);
                    else NormLoop<T, TStep>.Denormalize(read, folded!, first, end);
                }
            });
        }
    }
}
