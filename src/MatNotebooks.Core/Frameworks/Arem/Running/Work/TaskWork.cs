using MatNotebooks.Frameworks.Arem.Running.Models;
using MatNotebooks.Frameworks.Arem.Running.Pools;

namespace MatNotebooks.Frameworks.Arem.Running.Work;

/// <summary>Does what a worker is asked: encodes, trains, screens.</summary>
internal static class TaskWork
{
    /// <summary>The answer; it depends on nothing but the request and the pool.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="pool">The candidates; not made where descriptions suffice.</param>
    /// <param name="cancellation">Stops between candidates and epochs.</param>
    public static TaskAnswer Answer(TaskRequest request, Lazy<ICandidatePool> pool, CancellationToken cancellation) => request.Kind switch
    {
        TaskKind.EncodeCoarsely => new() { Points = Encode(request, pool.Value.Coarse, cancellation) },
        TaskKind.EncodeFinely => new() { Points = Encode(request, pool.Value.Fine, cancellation) },
        TaskKind.TrainSurrogate => new() { Model = SurrogateModel.Train(request.Points, request.Scores, request.Seed) },
        TaskKind.AskSurrogate => SurrogateModel.Ask(request.Models[0], request.Points, cancellation),
        TaskKind.TrainNetwork => new() { Model = NetworkModel.Train(pool.Value, request, cancellation) },
        _ => NetworkModel.Ask(pool.Value, request),
    };

    private static double[][] Encode(TaskRequest request, Func<int, double[]> describe, CancellationToken cancellation) =>
    [
        .. request.Candidates.Select(candidate =>
        {
            cancellation.ThrowIfCancellationRequested();
            return describe(candidate);
        }),
    ];
}
