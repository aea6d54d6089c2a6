using System.Diagnostics;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.Mpbf.Transfer;
using MatNotebooks.Journals;
using Spectre.Console;
using TorchSharp;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>
/// All pairs of composition tasks at four numbers of labels and five seeds. What is finished is in the journal and is not computed again; of a seed
/// that was interrupted the sources are pretrained again, which takes two to three minutes.
/// </summary>
internal sealed class TransferExperiment(string commit, int seeds)
{
    private const int Recipe = 1; // raised when what is computed changes, so that what is known is computed again

    private readonly JournalFile<TransferRecord> journal = new(Path.Combine(DataFolders.Repository, "out", "mpbf.transfer.jsonl"));
    private readonly TransferOptions options = new();
    private readonly ParallelOptions threads = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Computes what is not there yet and gives all.</summary>
    public IReadOnlyList<TransferRecord> Run()
    {
        var clock = Stopwatch.StartNew();
        var sets = new CompositionTasks(SourceFidelities.Read());
        var tasks = sets.Read();
        TransferTask[] targets = [.. tasks, .. sets.ReadSmall()];
        var known = journal.Read().Where(record => record.Recipe == Recipe).DistinctBy(record => (record.Outcome.Task, record.Outcome.Seed)).ToDictionary(record => (record.Outcome.Task, record.Outcome.Seed));
        AnsiConsole.MarkupLineInterpolated($"{targets.Length} tasks read after {clock.Elapsed:h\\:mm\\:ss}");
        foreach (var task in targets) AnsiConsole.MarkupLineInterpolated($"  {task}, fidelity {task.Fidelity:f2}");
        torch.set_num_threads(1); // many .NET threads with one each are faster
        for (var seed = 0; seed < seeds; seed++) Run(tasks, targets, seed, known, clock);
        return [.. from seed in Enumerable.Range(0, seeds) from task in targets select known[(task.Name, seed)]];
    }

    private void Run(IReadOnlyList<TransferTask> tasks, TransferTask[] targets, int seed, Dictionary<(string, int), TransferRecord> known, Stopwatch clock)
    {
        var missing = targets.Where(task => !known.ContainsKey((task.Name, seed))).ToArray();
        if (missing.Length == 0) return;
        var sources = new TransferSource[tasks.Count];
        Parallel.For(0, tasks.Count, threads, place => sources[place] = TransferSource.Pretrain(tasks[place], seed, options));
        AnsiConsole.MarkupLineInterpolated($"seed {seed}: {tasks.Count} sources pretrained after {clock.Elapsed:h\\:mm\\:ss}");
        var study = new TransferStudy(options);
        Parallel.ForEach(missing, threads, task =>
        {
            var started = clock.Elapsed;
            var outcome = study.Judge(task, sources, seed);
            TransferRecord record = new(Recipe, commit, (clock.Elapsed - started).TotalSeconds, outcome);
            journal.Add(record);
            lock (known) known[(task.Name, seed)] = record;
            AnsiConsole.MarkupLineInterpolated($"seed {seed} {task.Name,-20} {(clock.Elapsed - started).TotalSeconds:f0} s, after {clock.Elapsed:h\\:mm\\:ss}");
        });
    }
}
