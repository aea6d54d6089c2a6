using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>Data representation: the whole pool coarsely, then finely, what the model ranks highest first.</summary>
internal sealed class EncodingLayer : ICampaignLayer
{
    private const int CoarseBatch = 512, FineBatch = 16;
    private const int CountedBatch = 64; // candidates for which a policy expects a task

    private readonly CandidateTable table;
    private readonly CampaignMemory memory;
    private readonly Queue<LayerTask> again = new();
    private readonly Queue<int> coarsely;
    private readonly HashSet<int> given = []; // to a fine batch
    private int[] order;
    private int next;

    public EncodingLayer(CandidateTable table, CampaignMemory memory)
    {
        (this.table, this.memory, order) = (table, memory, table.Blind);
        coarsely = new(table.Blind.Where(candidate => table.Coarse(candidate) is null));
        given.UnionWith(table.Blind.Where(candidate => table.Fine(candidate) is not null));
    }

    public int Waiting => again.Count + ((coarsely.Count + CoarseBatch - 1) / CoarseBatch) + (coarsely.Count > 0 ? 0 : (table.Pool.Count - given.Count + FineBatch - 1) / FineBatch);

    /// <summary>Candidates without a fine encoding, as a policy counts them: so many tasks of its own size.</summary>
    public int Unencoded => (table.Pool.Count - table.FineCount + FineBatch - 1) / FineBatch * CountedBatch;

    /// <summary>From now on fine encoding follows this order; candidates that it does not name come after it.</summary>
    public void Follow(int[] ranked) => (order, next) = ([.. ranked, .. table.Blind], 0);

    public LayerTask Begin()
    {
        if (again.TryDequeue(out var released)) return released;
        var batch = new List<int>(CoarseBatch);
        if (coarsely.Count > 0)
        {
            while (batch.Count < CoarseBatch && coarsely.TryDequeue(out var candidate)) batch.Add(candidate);
            return Task(TaskKind.EncodeCoarsely, batch);
        }
        for (; next < order.Length && batch.Count < FineBatch; next++)
            if (given.Add(order[next])) batch.Add(order[next]);
        return Task(TaskKind.EncodeFinely, batch);
    }

    public TaskEnding End(LayerTask task, LayerAnswer answer)
    {
        if (answer.Answer is not { } found || found.Points.Length != task.Request!.Candidates.Length)
        {
            again.Enqueue(task);
            return TaskEnding.Failed;
        }
        var isFine = task.Request.Kind == TaskKind.EncodeFinely;
        for (var row = 0; row < found.Points.Length; row++) table.Describe(task.Request.Candidates[row], found.Points[row], isFine);
        memory.Encoded(table.Pool, task.Request.Candidates, found.Points, isFine);
        return TaskEnding.Done;
    }

    public void Release(LayerTask task) => again.Enqueue(task);

    private static LayerTask Task(TaskKind kind, List<int> batch) =>
        new(AremLayer.Representation, $"{(kind == TaskKind.EncodeFinely ? "fine" : "coarse")} encoding of {batch.Count}") { Request = new(kind, [.. batch]) };
}
