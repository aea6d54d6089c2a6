using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>Trains an ensemble with the labels known when it began, screens the encoded pool, and then lets the new model choose.</summary>
internal sealed class InferenceWork(CampaignSettings settings, CandidateBook book, Chance chance) : ILayerWork
{
    private const int FewestLabels = 8, ScreeningTasks = 16, QueueLength = 256, Sampled = 12;

    private readonly float[] keys = new float[book.Campaign.Count];
    private LinearBelief? coarse, fine;
    private int stage, waiting, running, labelsOfModel, labelsOfTraining, encodedOfModel;

    /// <summary>Who is simulated next, the most promising first; empty before the first model.</summary>
    public int[] Queue { get; private set; } = [];

    public int Refreshes { get; private set; }

    public double Uncertainty { get; private set; } = 1;

    public double ExpectedHits { get; private set; }

    /// <summary>Labels that the model in use has not seen, as a share of all; not a number before the first model.</summary>
    public double Staleness => Refreshes == 0 ? double.NaN : (double)(book.Labels - labelsOfModel) / Math.Max(1, book.Labels);

    public int Waiting => stage > 0 ? waiting : IsDue ? settings.Members : 0;

    private bool IsDue => book.Labels >= FewestLabels && book.CoarseCount > 0
        && (book.Labels > labelsOfModel || book.CoarseCount + book.FineCount > encodedOfModel);

    public (int Task, double Cost) Begin(double now)
    {
        if (stage == 0)
        {
            (stage, waiting, labelsOfTraining) = (1, settings.Members, book.Labels);
            (coarse, fine) = (book.Known.Coarse.Snapshot(), book.Known.Fine.Snapshot());
        }
        waiting--;
        running++;
        return (stage, stage == 1
            ? settings.StartCost + (settings.TrainingCost * labelsOfTraining)
            : settings.ScreeningCost * Math.Max(1, book.CoarseCount) / ScreeningTasks);
    }

    public TaskReport End(int task)
    {
        var report = new TaskReport(0, 0, 0, AremLayer.Inference, 0);
        if (--running > 0 || waiting > 0) return report;
        if (stage == 1)
        {
            (stage, waiting) = (2, ScreeningTasks);
            return report;
        }
        stage = 0;
        Refresh();
        return report with { Ending = TaskEnding.Refreshed };
    }

    private void Refresh()
    {
        var (few, many) = (coarse!, fine!);
        few.Train();
        many.Train();
        (labelsOfModel, encodedOfModel) = (labelsOfTraining, book.CoarseCount + book.FineCount);
        Refreshes++;
        var (fewWeights, manyWeights) = (few.Draw(axis => Normal(0, axis)), many.Draw(axis => Normal(1, axis)));
        var best = new PriorityQueue<int, float>(QueueLength + 1);
        for (var candidate = 0; candidate < keys.Length; candidate++)
        {
            var mark = book[candidate];
            if ((mark & CandidateMark.Taken) != 0 || (mark & (CandidateMark.Coarse | CandidateMark.Fine)) == 0) continue;
            var key = (mark & CandidateMark.Fine) != 0 ? LinearBelief.Dot(book.Fine(candidate), manyWeights) : LinearBelief.Dot(book.Coarse(candidate), fewWeights);
            if (best.Count < QueueLength) best.Enqueue(candidate, key);
            else best.EnqueueDequeue(candidate, key);
        }
        var ranked = new int[best.Count];
        for (var place = ranked.Length - 1; place >= 0; place--) ranked[place] = best.Dequeue();
        Queue = ranked;
        Look(few, many);
    }

    private void Look(LinearBelief few, LinearBelief many)
    {
        var (variance, chances, count) = (0.0, 0.0, Math.Min(Sampled, Queue.Length));
        for (var place = 0; place < count; place++)
        {
            var isFine = (book[Queue[place]] & CandidateMark.Fine) != 0;
            var belief = isFine ? many : few;
            var point = isFine ? book.Fine(Queue[place]) : book.Coarse(Queue[place]);
            variance += belief.At(point).Variance / count;
            chances += belief.ChanceOf(point, book.Campaign.Threshold) / count;
        }
        (Uncertainty, ExpectedHits) = (Math.Clamp(variance, 0, 1), chances);
    }

    private double Normal(int model, int axis)
    {
        var (one, other) = (chance.Uniform(10 + model, axis, Refreshes), chance.Uniform(20 + model, axis, Refreshes));
        return Math.Sqrt(-2 * Math.Log(1 - one)) * Math.Cos(2 * Math.PI * other);
    }
}
