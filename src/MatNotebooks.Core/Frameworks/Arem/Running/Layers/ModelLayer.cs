using MathNet.Numerics.Distributions;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>Model inference: trains with the labels there are, screens the encoded candidates, and then lets the new model choose.</summary>
internal sealed class ModelLayer : ICampaignLayer
{
    private const int QueueLength = 256, Sampled = 12;

    private readonly CandidateTable table;
    private readonly CampaignMemory memory;
    private readonly ModelChoice model;
    private readonly int seed;
    private readonly Queue<int> waiting = new(); // parts of the present stage
    private ModelCycle? cycle;
    private int number, labelsOfModel = -1, encodedOfModel = -1;

    public ModelLayer(CandidateTable table, CampaignMemory memory, ModelChoice model, int seed) =>
        (this.table, this.memory, this.model, this.seed) = (table, memory, model, seed);

    /// <summary>Goes on where an earlier process was; after the table has its labels.</summary>
    public void Resume()
    {
        var steps = memory.ModelSteps();
        Refreshes = steps.Count(step => step.Stage == 3);
        if (ModelCycle.Recall(steps) is not { } recalled) return;
        (cycle, number) = (recalled, recalled.Number);
        if (recalled.Advance(table)) Began();
        else PutWaiting();
    }

    /// <summary>Who is simulated next, the most promising first; empty before the first model.</summary>
    public int[] Queue { get; private set; } = [];

    public int Refreshes { get; private set; }

    /// <summary>Share of the labels' variance that the model leaves open where it is about to choose | 0 to 1.</summary>
    public double Uncertainty { get; private set; } = 1;

    /// <summary>Hits the model expects of the next simulations | share, 0 to 1.</summary>
    public double ExpectedHits { get; private set; }

    /// <summary>Labels that the model in use has not seen, as a share of all; not a number before the first model.</summary>
    public double Staleness => labelsOfModel < 0 ? double.NaN : (double)(table.Labelled.Count - labelsOfModel) / Math.Max(1, table.Labelled.Count);

    public int Waiting => cycle is not null ? waiting.Count : IsDue ? 1 : 0;

    private bool IsDue => table.Labelled.Count >= model.FirstLabels && (table.Labelled.Count > labelsOfModel || table.CoarseCount + table.FineCount > encodedOfModel)
        && table.Labelled.Count(candidate => table.Coarse(candidate) is not null) >= model.FirstLabels;

    public LayerTask Begin()
    {
        if (cycle is null)
        {
            cycle = ModelCycle.Begin(++number, table, model, seed) ?? throw new InvalidOperationException("Nothing is due to be learned.");
            memory.Planned(cycle);
            PutWaiting();
        }
        var part = waiting.Dequeue();
        var request = cycle.Filled(cycle.Tasks[part].Request, table);
        return new(AremLayer.Inference, $"{(cycle.Stage == 1 ? "training" : "screening")} {cycle.Number}.{part + 1} with {request.Candidates.Length}") { Request = request, Part = part };
    }

    public TaskEnding End(LayerTask task, LayerAnswer answer)
    {
        if (cycle is null) throw new InvalidOperationException("No training is under way.");
        if (answer.Answer is not { } found)
        {
            waiting.Enqueue(task.Part);
            return TaskEnding.Failed;
        }
        memory.Answered(cycle, task.Part, found);
        cycle.Take(task.Part, found);
        return cycle.Advance(table) ? Began() : TaskEnding.Done;
    }

    public void Release(LayerTask task) => waiting.Enqueue(task.Part);

    // The present stage, which is new.
    private TaskEnding Began()
    {
        if (cycle!.Stage == 3)
        {
            Refresh(cycle);
            return TaskEnding.Refreshed;
        }
        memory.Planned(cycle);
        PutWaiting();
        return TaskEnding.Done;
    }

    private void PutWaiting()
    {
        for (var part = 0; part < cycle!.Tasks.Length; part++)
            if (cycle.Tasks[part].Answer is null) waiting.Enqueue(part);
    }

    private void Refresh(ModelCycle ended)
    {
        if (memory.Ended(ended)) Refreshes++;
        (labelsOfModel, encodedOfModel, cycle) = (ended.Labels, ended.Encoded, null);
        var known = table.Labelled.Select(candidate => table.Scores[candidate]).ToArray();
        var (mean, variance) = (known.DefaultIfEmpty().Average(), 0.0);
        foreach (var score in known) variance += (score - mean) * (score - mean) / known.Length;
        var ranked = ended.Screenings.SelectMany(task => task.Request.Candidates.Select((candidate, row) => (Candidate: candidate, Mean: task.Answer!.Means[row], Deviation: task.Answer.Deviations[row])))
            .Select(one => (one.Candidate, one.Deviation, one.Mean, Chance: Normal.CDF(0, 1, one.Mean / Math.Max(one.Deviation, 1e-9))))
            .OrderByDescending(one => one.Chance).ThenByDescending(one => one.Mean + one.Deviation).Take(QueueLength).ToArray();
        Queue = [.. ranked.Select(one => one.Candidate)];
        Uncertainty = ranked.Length == 0 || variance <= 0 ? 1 : Math.Clamp(ranked.Take(Sampled).Average(one => one.Deviation * one.Deviation) / variance, 0, 1);
        ExpectedHits = ranked.Length == 0 ? 0 : ranked.Take(Sampled).Average(one => one.Chance);
    }
}
