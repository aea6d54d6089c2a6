using MatNotebooks.Frameworks.Arem.Running.Layers;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Journals;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>What a campaign keeps beside its ledger, so that a process that is killed loses only what it was doing: encodings, trainings, tasks, the course of shares.</summary>
internal sealed class CampaignMemory(string folder)
{
    private readonly JournalFile<EncodedBatch> encodings = new(Path.Combine(folder, "encodings.jsonl"));
    private readonly JournalFile<ModelStep> models = new(Path.Combine(folder, "models.jsonl"));
    private readonly JournalFile<CampaignSpan> spans = new(Path.Combine(folder, "tasks.jsonl"));
    private readonly JournalFile<CampaignMoment> course = new(Path.Combine(folder, "course.jsonl"));
    private readonly HashSet<int> endedCycles = [];

    /// <summary>The folder that belongs to a ledger.</summary>
    public static string FolderOf(string ledger) => ledger + "-campaign";

    /// <summary>The tasks that came to their end, in that order.</summary>
    public IEnumerable<CampaignSpan> Spans => spans.Read();

    /// <summary>The course of the shares, and notes.</summary>
    public IEnumerable<CampaignMoment> Course => course.Read();

    public void Add(CampaignSpan span) => spans.Add(span);

    public void Add(CampaignMoment moment) => course.Add(moment);

    public void Encoded(ICandidatePool pool, int[] candidates, double[][] points, bool isFine) =>
        encodings.Add(new(isFine, [.. candidates.Select(pool.NameOf)], points));

    /// <summary>Puts the encodings of earlier processes into a table.</summary>
    public void Recall(CandidateTable table)
    {
        foreach (var batch in encodings.Read())
            for (var row = 0; row < batch.Names.Length; row++)
                if (table.Places.TryGetValue(batch.Names[row], out var candidate)) table.Describe(candidate, batch.Points[row], batch.IsFine);
    }

    /// <summary>The trainings and screenings so far.</summary>
    public IReadOnlyList<ModelStep> ModelSteps()
    {
        ModelStep[] steps = [.. models.Read()];
        endedCycles.UnionWith(steps.Where(step => step.Stage == 3).Select(step => step.Cycle));
        return steps;
    }

    /// <summary>Writes down what a stage is going to ask.</summary>
    public void Planned(ModelCycle cycle)
    {
        for (var part = 0; part < cycle.Tasks.Length; part++) models.Add(new(cycle.Number, cycle.Stage, part, cycle.Tasks[part].Request, null));
        models.Add(new(cycle.Number, cycle.Stage, ModelStep.ListIsWhole, null, null) { Labels = cycle.Labels, Encoded = cycle.Encoded });
    }

    public void Answered(ModelCycle cycle, int part, TaskAnswer answer) => models.Add(new(cycle.Number, cycle.Stage, part, null, answer));

    /// <summary>Writes down that a cycle is over.</summary>
    /// <returns>Whether it was not known yet.</returns>
    public bool Ended(ModelCycle cycle)
    {
        if (!endedCycles.Add(cycle.Number)) return false;
        models.Add(new(cycle.Number, 3, 0, null, null));
        return true;
    }

    private sealed record EncodedBatch(bool IsFine, string[] Names, double[][] Points);
}
