using MatNotebooks.Graphs;

namespace MatNotebooks.Training;

/// <summary>
/// The batches of an epoch, each made on another thread while the one before it is learned from. They are made one after the other and
/// in their order, so that what is random in making them takes the same course.
/// </summary>
internal sealed class BatchesAhead : IDisposable
{
    private readonly int steps;
    private readonly Func<int, GraphBatch> make;
    private int begun;
    private Task<GraphBatch>? next;

    /// <param name="steps">How many batches.</param>
    /// <param name="make">Makes one, counted from 0.</param>
    public BatchesAhead(int steps, Func<int, GraphBatch> make)
    {
        (this.steps, this.make) = (steps, make);
        Begin();
    }

    /// <summary>The next batch, which the caller disposes.</summary>
    public GraphBatch Next()
    {
        var made = (next ?? throw new InvalidOperationException($"All {steps} batches were taken.")).GetAwaiter().GetResult();
        Begin();
        return made;
    }

    /// <summary>Waits for the batch that is being made, and drops it.</summary>
    public void Dispose()
    {
        if (next is null) return;
        ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        if (next.IsCompletedSuccessfully) next.Result.Dispose();
        next = null;
    }

    private void Begin()
    {
        var step = begun++;
        next = step < steps ? Task.Run(() => Make(step)) : null;
    }

    private GraphBatch Make(int step)
    {
        var batch = make(step);
        _ = batch.Shells; // the part of a batch that takes longest, made when first asked for
        return batch;
    }
}
