namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The loops over rows that are normalised over a batch and added to others.</summary>
/// <typeparam name="T">The lanes; the width divides by their number.</typeparam>
/// <typeparam name="TStep">What is done with each normalised number.</typeparam>
internal static unsafe class NormLoop<T, TStep>
    where T : struct, ILanes<T>
    where TStep : struct, INormStep
{
    /// <summary>Sums rows and, after them, their squares, each less the first row, added to (2 × width).</summary>
    public static void Measure(in NormArguments given, int first, int end, float* sums)
    {
        for (var row = first; row < end; row++)
        {
            var values = given.Values + ((long)row * given.Width);
            for (var j = 0; j < given.Width; j += T.Count)
            {
                var away = T.Load(values + j) - T.Load(given.Values + j);
                T.Store(sums + j, T.Load(sums + j) + away);
                T.Store(sums + given.Width + j, T.MultiplyAdd(away, away, T.Load(sums + given.Width + j)));
            }
        }
    }

    /// <summary>Normalises rows and takes the step.</summary>
    public static void Apply(in NormArguments given, FoldedNorm norm, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            var at = (long)row * given.Width;
            for (var j = 0; j < given.Width; j += T.Count)
            {
                var value = T.MultiplyAdd(T.Load(given.Values + at + j), T.Load(norm.Scale + j), T.Load(norm.Shift + j));
                T.Store(given.Result + at + j, TStep.Forward(T.Load(given.Before + at + j), value, Keep(given, at + j)));
            }
        }
    }

    /// <summary>Takes the step back; sums the gradients of normalised rows and, after them, those times the distance from the mean.</summary>
    public static void Return(in NormArguments given, FoldedNorm norm, int first, int end, float* sums)
    {
        for (var row = first; row < end; row++)
        {
            var at = (long)row * given.Width;
            for (var j = 0; j < given.Width; j += T.Count)
            {
                var raw = T.Load(given.Values + at + j);
                var value = T.MultiplyAdd(raw, T.Load(norm.Scale + j), T.Load(norm.Shift + j));
                var (before, back) = TStep.Backward(T.Load(given.Before + at + j), value, Keep(given, at + j), T.Load(given.Above + at + j));
                T.Store(given.OfBefore + at + j, before);
                T.Store(given.OfValues + at + j, back);
                T.Store(sums + j, T.Load(sums + j) + back);
                T.Store(sums + given.Width + j, T.MultiplyAdd(back, raw - T.Load(norm.Mean + j), T.Load(sums + given.Width + j)));
            }
        }
    }

    /// <summary>Carries the gradients of normalised rows through the norm.</summary>
    public static void Denormalize(in NormArguments given, FoldedNorm norm, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            var at = (long)row * given.Width;
            for (var j = 0; j < given.Width; j += T.Count)
            {
                var away = T.Load(given.Values + at + j) - T.Load(norm.Mean + j);
                var back = T.MultiplyAdd(T.Load(norm.Slope + j), away, T.Load(norm.Constant + j));
                T.Store(given.OfValues + at + j, (T.Load(norm.Scale + j) * T.Load(given.OfValues + at + j)) - back);
            }
        }
    }

    private static T Keep(in NormArguments given, long at) => given.Keep is null ? T.Of(1) : T.Load(given.Keep + at);
}
