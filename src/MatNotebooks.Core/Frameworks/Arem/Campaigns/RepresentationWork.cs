using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>Encodes the pool in batches: coarsely in random order, then finely, what the model ranks highest first.</summary>
internal sealed class RepresentationWork : ILayerWork
{
    private const int CoarseBatch = 512, FineBatch = 64;

    private readonly CampaignSettings settings;
    private readonly CandidateBook book;
    private readonly List<int[]> batches = [];
    private readonly int[] blind;
    private readonly HashSet<int> given = []; // who was put into a fine batch
    private int coarseNext, fineNext, fineGiven;
    private int[] order;

    public RepresentationWork(CampaignSettings settings, CandidateBook book, int[] blind) =>
        (this.settings, this.book, this.blind, order) = (settings, book, blind, blind);

    public int Waiting => CoarseLeft + FineLeft;

    /// <summary>Candidates not finely encoded.</summary>
    public int Unencoded => blind.Length - book.FineCount;

    private int CoarseLeft => (blind.Length - coarseNext + CoarseBatch - 1) / CoarseBatch;

    private int FineLeft => coarseNext < blind.Length ? 0 : (blind.Length - fineGiven + FineBatch - 1) / FineBatch;

    /// <summary>From now on fine encoding follows this order; the candidates it does not name come after it.</summary>
    public void Follow(int[] ranked) => (order, fineNext) = ([.. ranked, .. blind], 0);

    public (int Task, double Cost) Begin(double now)
    {
        var isCoarse = coarseNext < blind.Length;
        var batch = isCoarse ? blind[coarseNext..Math.Min(blind.Length, coarseNext + CoarseBatch)] : NextFine();
        if (isCoarse) coarseNext += batch.Length;
        else fineGiven += batch.Length;
        batches.Add(batch);
        return (isCoarse ? batches.Count : -batches.Count, batch.Length * (isCoarse ? settings.CoarseCost : settings.FineCost));
    }

    public TaskReport End(int task)
    {
        foreach (var candidate in batches[Math.Abs(task) - 1]) book.Encode(candidate, task > 0 ? CandidateMark.Coarse : CandidateMark.Fine);
        return new(0, 0, 0, AremLayer.Representation, 0);
    }

    private int[] NextFine()
    {
        var batch = new List<int>(FineBatch);
        for (; fineNext < order.Length && batch.Count < FineBatch; fineNext++)
            if (given.Add(order[fineNext])) batch.Add(order[fineNext]);
        return [.. batch];
    }
}
