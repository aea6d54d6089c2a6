using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Mpbf.Loops;
using MatNotebooks.Frameworks.Mpbf.Pretraining;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>Closed loops that begin in a region with little to find: without revision, greedy, and steered.</summary>
internal static class LoopExperiment
{
    private const int Seeds = 10, Candidates = 2000;

    /// <summary>Runs all loops.</summary>
    public static void Run()
    {
        var table = new ResultTable("mpbf");
        var tasks = new CompositionTasks(SourceFidelities.Read());
        foreach (var name in new[] { "aflow-bulk", "superconductors", "expt-gap", "aflow-debye" })
        {
            var task = tasks.Read(name);
            int[] rows = [.. Enumerable.Range(0, task.Count)];
            new Random(1).Shuffle(rows);
            rows = rows[..Math.Min(Candidates, rows.Length)];
            var inputs = CompositionInputs.Statistics(CompositionInputs.Of([.. rows.Select(row => task.Compositions[row])]));
            var loop = new DiscoveryLoop(inputs, [.. rows.Select(row => task.Values[row])]);
            foreach (var policy in new[] { LoopPolicy.Frozen, LoopPolicy.Greedy, LoopPolicy.Steered }) Report(table, name, loop, policy);
        }
    }

    private static void Report(ResultTable table, string name, DiscoveryLoop loop, LoopPolicy policy)
    {
        var runs = new LoopRound[Seeds][];
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed => runs[seed] = [.. loop.Run(policy, seed)]);
        var rows = new List<ResultRow> { new($"loop/{name}", "hits", loop.Hits, "1") };
        for (var round = 0; round < runs[0].Length; round++)
        {
            Put("found", each => each.Hits);
            Put("regions", each => each.Regions);
            Put("drift", each => each.Drift);
            Put("explored", each => each.Explored);

            void Put(string metric, Func<LoopRound, double> of)
            {
                var mean = Confidence.OfMean([.. runs.Select(run => of(run[round]))]);
                rows.Add(new($"loop/{name}/{policy.Name}/{runs[0][round].Labels}", metric, mean.Value, "1") { Lower = mean.Lower, Upper = mean.Upper, Seeds = Seeds });
            }
        }
        table.PutAll(rows);
        AnsiConsole.MarkupLineInterpolated($"{name,-18} {policy.Name,-10} found {runs.Average(run => run[^1].Hits):f1} of {loop.Hits}, {runs.Average(run => run[^1].Regions):f1} regions, drift at first {runs.Average(run => run[0].Drift):f1}");
    }
}
