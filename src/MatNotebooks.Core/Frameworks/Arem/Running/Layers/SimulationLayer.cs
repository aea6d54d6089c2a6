using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Telemetry;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>Discovery steering: simulates what the model ranks highest, or blindly while there is none. What failed once is tried once more.</summary>
internal sealed class SimulationLayer(CandidateTable table, ModelLayer models, CampaignDefinition definition) : ICampaignLayer
{
    private const int Tries = 2;

    private readonly List<int> hits = [];
    private int[] queue = [];
    private int next, blindNext, open = -1;

    /// <summary>Simulations that may be begun in all.</summary>
    public int Budget { get; set; } = definition.Budget.Simulations;

    /// <summary>Simulations begun, those that failed counted.</summary>
    public int Begun { get; private set; }

    /// <summary>Hits, the first first.</summary>
    public IReadOnlyList<int> Hits => hits;

    /// <summary>Attempts that gave no label.</summary>
    public int Failures { get; private set; }

    /// <summary>Results that are no labels, such as molecules that fell apart.</summary>
    public int LeftOut { get; private set; }

    public int Waiting => Math.Min(Math.Max(0, Budget - Begun), Open);

    private int Open => open >= 0 ? open : open = Enumerable.Range(0, table.Pool.Count).Count(candidate => !table.IsTaken(candidate));

    /// <summary>Takes over what an earlier process has in the ledger.</summary>
    public void Recall(int candidate, int attempts, CalculationResult? result)
    {
        Begun += attempts;
        Failures += attempts - (result is null ? 0 : 1);
        table.Recall(candidate, attempts, result is not null || attempts >= Tries);
        if (result is not null) Judge(candidate, result);
    }

    public LayerTask Begin()
    {
        var (candidate, isRanked) = Next();
        table.Take(candidate);
        (Begun, open) = (Begun + 1, Open - 1);
        return new(AremLayer.Steering, table.Pool.NameOf(candidate))
        {
            Candidate = candidate, Staleness = isRanked ? models.Staleness : double.NaN, IsFine = table.Fine(candidate) is not null,
        };
    }

    public TaskEnding End(LayerTask task, LayerAnswer answer)
    {
        if (answer.Outcome?.Result is { } result) return Judge(task.Candidate, result);
        Failures++;
        if (table.Attempts(task.Candidate) < Tries) PutBack(task.Candidate, counts: true);
        return TaskEnding.Failed;
    }

    public void Release(LayerTask task)
    {
        Begun--;
        PutBack(task.Candidate, counts: false);
    }

    private TaskEnding Judge(int candidate, CalculationResult result)
    {
        var score = table.Pool.Read(candidate, result) is { } values ? definition.ScoreOf(values) : double.NaN;
        if (!double.IsFinite(score))
        {
            LeftOut++;
            return TaskEnding.Done;
        }
        table.Label(candidate, score);
        if (score < 0) return TaskEnding.Done;
        hits.Add(candidate);
        return TaskEnding.Discovery;
    }

    private void PutBack(int candidate, bool counts)
    {
        table.Release(candidate, counts);
        open = Open + 1;
        (next, blindNext) = (0, 0); // it may stand before the place where the search is
    }

    private (int Candidate, bool IsRanked) Next()
    {
        if (!ReferenceEquals(queue, models.Queue)) (queue, next) = (models.Queue, 0);
        for (; next < queue.Length; next++)
            if (!table.IsTaken(queue[next])) return (queue[next++], true);
        while (table.IsTaken(table.Blind[blindNext])) blindNext++;
        return (table.Blind[blindNext], false);
    }
}
