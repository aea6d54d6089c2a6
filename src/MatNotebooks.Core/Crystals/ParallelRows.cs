using System.Runtime.ExceptionServices;

namespace MatNotebooks.Crystals;

/// <summary>Runs over rows on all cores; what the first refused row throws comes as it was thrown, and not inside an aggregate.</summary>
internal static class ParallelRows
{
    public static void For(int rows, Action<int> run)
    {
        try
        {
            Parallel.For(0, rows, run);
        }
        catch (AggregateException wrong)
        {
            ExceptionDispatchInfo.Throw(wrong.InnerExceptions[0]);
        }
    }
}
