using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Work;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>One training with screening: the tasks of its stage, and what was answered.</summary>
internal sealed class ModelCycle
{
    private const int DescribedAtOnce = 400, StructuresAtOnce = 100; // candidates of a screening task

    private ModelCycle(int number, int labels, int encoded) => (Number, Labels, Encoded) = (number, labels, encoded);

    public int Number { get; }

    /// <summary>Labels it learns from.</summary>
    public int Labels { get; }

    /// <summary>Encodings there were when it began.</summary>
    public int Encoded { get; }

    /// <summary>1 training, 2 screening, 3 over.</summary>
    public int Stage { get; private set; } = 1;

    /// <summary>Trainings with what they gave.</summary>
    public (TaskRequest Request, TaskAnswer? Answer)[] Trainings { get; private set; } = [];

    /// <summary>Screenings with what they gave.</summary>
    public (TaskRequest Request, TaskAnswer? Answer)[] Screenings { get; private set; } = [];

    /// <summary>The tasks of the present stage.</summary>
    public (TaskRequest Request, TaskAnswer? Answer)[] Tasks => Stage == 1 ? Trainings : Screenings;

    /// <summary>Begins one with all labels there are; null where nothing can be learned from them.</summary>
    public static ModelCycle? Begin(int number, CandidateTable table, ModelChoice model, int seed)
    {
        var requests = new List<TaskRequest>();
        int[] labelled = [.. table.Labelled];
        TaskRequest Of(TaskKind kind, IEnumerable<int> who, int member = 0)
        {
            int[] candidates = [.. who];
            return new(kind, candidates) { Scores = [.. candidates.Select(candidate => table.Scores[candidate])], Seed = seed + (1000 * number) + member, Epochs = model.Epochs };
        }
        int[] coarse = [.. labelled.Where(candidate => table.Coarse(candidate) is not null)];
        int[] fine = [.. labelled.Where(candidate => table.Fine(candidate) is not null)];
        if (coarse.Length >= model.FirstLabels && table.FineCount < table.Pool.Count) requests.Add(Of(TaskKind.TrainSurrogate, coarse));
        if (model.Kind == "gem-ppm" && labelled.Length >= model.NetworkFrom)
            for (var member = 0; member < model.Members; member++) requests.Add(Of(TaskKind.TrainNetwork, labelled, member));
        else if (fine.Length >= model.FirstLabels) requests.Add(Of(TaskKind.TrainSurrogate, fine) with { IsFine = true });
        return requests.Count == 0 ? null : new(number, labelled.Length, table.CoarseCount + table.FineCount) { Trainings = [.. requests.Select(request => (request, (TaskAnswer?)null))] };
    }

    /// <summary>The last one that an earlier process began; null where there is none.</summary>
    public static ModelCycle? Recall(IReadOnlyList<ModelStep> steps)
    {
        if (steps.Count == 0) return null;
        var last = steps.Where(step => step.Cycle == steps[^1].Cycle).ToArray();
        (TaskRequest, TaskAnswer?)[] Of(int stage) =>
        [
            .. last.Where(step => step.Stage == stage && step.Part >= 0 && step.Request is not null).DistinctBy(step => step.Part).OrderBy(step => step.Part)
                .Select(step => (step.Request!, last.FirstOrDefault(other => other.Stage == stage && other.Part == step.Part && other.Answer is not null)?.Answer)),
        ];
        // A stage whose list of requests a kill cut short is listed anew.
        if (last.FirstOrDefault(step => step is { Stage: 1, Part: ModelStep.ListIsWhole }) is not { } first) return null;
        var cycle = new ModelCycle(first.Cycle, first.Labels, first.Encoded) { Trainings = Of(1) };
        if (cycle.Trainings.Any(task => task.Answer is null) || !last.Any(step => step is { Stage: 2, Part: ModelStep.ListIsWhole })) return cycle;
        (cycle.Stage, cycle.Screenings) = (2, Of(2));
        return cycle;
    }

    /// <summary>Takes an answer.</summary>
    public void Take(int part, TaskAnswer answer) => Tasks[part].Answer = answer;

    /// <summary>Begins the next stage where the present one is over.</summary>
    /// <returns>Whether it was.</returns>
    public bool Advance(CandidateTable table)
    {
        if (Stage == 3 || Tasks.Any(task => task.Answer is null)) return false;
        if (Stage == 1) Screenings = [.. Screens(table).Select(request => (request, (TaskAnswer?)null))];
        Stage = Stage == 1 && Screenings.Length > 0 ? 2 : 3;
        return true;
    }

    /// <summary>A request with the descriptions and models that its line in the memory leaves out.</summary>
    public TaskRequest Filled(TaskRequest request, CandidateTable table)
    {
        var models = request.Kind switch
        {
            TaskKind.AskNetworks => Trainings.Where(task => task.Request.Kind == TaskKind.TrainNetwork).Select(task => task.Answer!.Model),
            TaskKind.AskSurrogate => Trainings.Where(task => task.Request.Kind == TaskKind.TrainSurrogate && task.Request.IsFine == request.IsFine).Select(task => task.Answer!.Model),
            _ => [],
        };
        return request with
        {
            Models = [.. models],
            Points = request.Kind is TaskKind.TrainSurrogate or TaskKind.AskSurrogate
                ? [.. request.Candidates.Select(candidate => (request.IsFine ? table.Fine(candidate) : table.Coarse(candidate)) ?? throw new InvalidOperationException($"{table.Pool.NameOf(candidate)} is not encoded."))] : [],
        };
    }

    private IEnumerable<TaskRequest> Screens(CandidateTable table)
    {
        var hasNetworks = Trainings.Any(task => task.Request.Kind == TaskKind.TrainNetwork);
        var (hasFine, hasCoarse) = (Trainings.Any(task => task.Request.IsFine), Trainings.Any(task => task.Request is { Kind: TaskKind.TrainSurrogate, IsFine: false }));
        int[] open = [.. Enumerable.Range(0, table.Pool.Count).Where(candidate => !table.IsTaken(candidate))];
        int[] fine = [.. open.Where(candidate => table.Fine(candidate) is not null && (hasNetworks || hasFine))];
        int[] coarse = hasCoarse ? [.. open.Except(fine).Where(candidate => table.Coarse(candidate) is not null)] : [];
        foreach (var chunk in fine.Chunk(hasNetworks ? StructuresAtOnce : DescribedAtOnce))
            yield return hasNetworks ? new(TaskKind.AskNetworks, chunk) : new(TaskKind.AskSurrogate, chunk) { IsFine = true };
        foreach (var chunk in coarse.Chunk(DescribedAtOnce)) yield return new(TaskKind.AskSurrogate, chunk);
    }
}
