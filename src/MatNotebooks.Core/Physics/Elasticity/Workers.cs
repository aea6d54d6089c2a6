namespace MatNotebooks.Physics.Elasticity;

/// <summary>Shares pieces of work among threads.</summary>
internal static class Workers
{
    /// <summary>Does pieces 0 to count - 1, on the caller's thread alone where there is one.</summary>
    public static void Each(int threads, int count, Action<int> work)
    {
        if (threads == 1) for (var i = 0; i < count; i++) work(i);
        else Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
    }
}
