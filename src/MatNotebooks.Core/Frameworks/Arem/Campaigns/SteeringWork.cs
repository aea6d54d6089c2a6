using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>Simulates what the model ranks highest, or blindly while there is none. What failed goes back to the pool.</summary>
internal sealed class SteeringWork(CampaignSettings settings, CandidateBook book, InferenceWork inference, Chance chance, int[] blind) : ILayerWork
{
    private readonly List<(int Candidate, double Staleness, bool IsFine, int Attempt)> begun = [];
    private int[] queue = [];
    private int next, blindNext, open = blind.Length;

    public int Waiting => open;

    public int Simulations { get; private set; }

    public int Failures { get; private set; }

    /// <summary>Share of simulations that no model chose.</summary>
    public double BlindShare => begun.Count == 0 ? 0 : (double)begun.Count(task => double.IsNaN(task.Staleness)) / begun.Count;

    public (int Task, double Cost) Begin(double now)
    {
        var (candidate, isRanked) = Next();
        book.Begin(candidate);
        open--;
        var attempt = book.Attempts(candidate);
        begun.Add((candidate, isRanked ? inference.Staleness : double.NaN, (book[candidate] & CandidateMark.Fine) != 0, attempt));
        var drift = 1 + ((settings.Drift - 1) * Math.Clamp(now / settings.Duration, 0, 1));
        return (begun.Count - 1, settings.Simulation.At(chance.Uniform(1, candidate, attempt)) * drift);
    }

    public TaskReport End(int task)
    {
        var (candidate, staleness, isFine, attempt) = begun[task];
        var report = new TaskReport(0, 0, 0, AremLayer.Steering, 0) { Staleness = staleness, IsFine = isFine };
        if (chance.Uniform(2, candidate, attempt) < settings.Failures)
        {
            Failures++;
            open++;
            book.Release(candidate);
            blindNext = 0; // it may stand before the place where the blind search is
            return report with { Ending = TaskEnding.Failed };
        }
        Simulations++;
        book.Label(candidate);
        return report with { Ending = book.Campaign.IsHit(candidate) ? TaskEnding.Discovery : TaskEnding.Done };
    }

    private (int Candidate, bool IsRanked) Next()
    {
        if (!ReferenceEquals(queue, inference.Queue)) (queue, next) = (inference.Queue, 0);
        for (; next < queue.Length; next++)
            if ((book[queue[next]] & CandidateMark.Taken) == 0) return (queue[next++], true);
        while ((book[blind[blindNext]] & CandidateMark.Taken) != 0) blindNext++;
        return (blind[blindNext], false);
    }
}
