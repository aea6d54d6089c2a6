using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.PgGos.Perovskites;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;
using Spectre.Console;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// How many calls of the oracle find eleven perovskites among 7,572, from nothing: PG-GOS beside blind choice, a genetic algorithm, Bayesian
/// optimisation and random forests. A row holds the median over seeds, the least and the greatest; a search that did not find all counts
/// with its budget.
/// </summary>
internal sealed class NeedlesExperiment
{
    private static readonly int[] Curve = [10, 20, 30, 40, 50, 60, 70, 80, 100, 120, 140, 170, 200, 300, 400, 600];

    private readonly ResultTable table = new("needles");
    private readonly CastelliPerovskites set = CastelliPerovskites.Load();
    private readonly PerovskiteChemistry chemistry, factsAlone;
    private readonly SearchLedger ledger;
    private readonly int seeds;

    public NeedlesExperiment(int seeds)
    {
        this.seeds = seeds;
        (chemistry, factsAlone) = (new(set.Pool), new(set.Pool, ChemistryRules.Left));
        ledger = new(Path.Combine(DataFolders.Repository, "out", "needles.searches.jsonl"), table.Commit);
    }

    /// <summary>The eleven needles, every policy.</summary>
    public void Run()
    {
        var target = CastelliPerovskites.Needles;
        Judge(target, "pg-gos", seeds, 400, seed => PerovskitePolicies.PhysicsGuided(chemistry, seed));
        Judge(target, "pg-gos-without-rules", seeds, 1000, seed => PerovskitePolicies.PhysicsGuided(factsAlone, seed));
        Judge(target, "random", seeds, set.Pool.Length, seed => new RandomPolicy(seed));
        Judge(target, "genetic", seeds, set.Pool.Length, seed => PerovskitePolicies.Genetic(set.Pool, seed));
        Judge(target, "bayesian", Math.Min(seeds, 10), 1000, seed => new BayesianPolicy(factsAlone.Features, seed));
        Judge(target, "forest", Math.Min(seeds, 10), 1000, seed => new ForestPolicy(factsAlone.Features, seed));
        Judge(target, "forest-with-rules", Math.Min(seeds, 10), 400, seed => new ForestPolicy(chemistry.Features, seed));
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>The targets on which PG-GOS's scales were chosen, and those that were held back even then.</summary>
    public void RunOtherTargets()
    {
        foreach (var (name, text) in OtherTargets.All)
            Judge(DesignTarget.Parse(text, set.Oracle.Properties), "pg-gos:" + name, Math.Min(seeds, 5), 400, seed => PerovskitePolicies.PhysicsGuided(chemistry, seed));
    }

    private void Judge(DesignTarget target, string name, int searches, int budget, Func<int, ISearchPolicy> policy)
    {
        var wanted = set.CountAsync(target).GetAwaiter().GetResult();
        var found = new int[searches][];
        Parallel.For(0, searches, seed => found[seed] = ledger.Find(target.ToString(), name, seed) ?? Search(target, name, seed, new() { Budget = budget, Hits = wanted }, policy(seed)));
        Put(name, "calls_to_all", found.Select(calls => Call(calls, wanted, budget)), searches);
        Put(name, "calls_to_half", found.Select(calls => Call(calls, (wanted + 1) / 2, budget)), searches);
        table.Put(new(name, "searches_that_found_all", found.Count(calls => calls.Length == wanted), "1") { Seeds = searches });
        table.Put(new(name, "solutions", wanted, "1") { Seeds = searches });
        foreach (var calls in Curve.Where(calls => calls <= budget))
            Put(name, $"found_after_{calls}", found.Select(each => (double)each.Count(call => call <= calls)), searches, quiet: true);
    }

    private int[] Search(DesignTarget target, string name, int seed, SearchOptions options, ISearchPolicy policy)
    {
        var result = new DesignSearch(set.Pool, set.Oracle, target, options).RunAsync(policy).GetAwaiter().GetResult();
        int[] found = [.. result.Hits.Select(hit => hit.Number)];
        ledger.Add(target.ToString(), name, seed, found);
        return found;
    }

    private static double Call(int[] found, int hits, int budget) => found.Length >= hits ? found[hits - 1] : budget;

    private void Put(string name, string metric, IEnumerable<double> values, int searches, bool quiet = false)
    {
        double[] sorted = [.. values.Order()];
        var row = new ResultRow(name, metric, (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, "1") { Lower = sorted[0], Upper = sorted[^1], Seeds = searches };
        table.Put(row);
        if (!quiet) AnsiConsole.MarkupLineInterpolated($"{row.Case,-24} {row.Metric,-16} {row.Value,7:f1} ({row.Lower:f0} to {row.Upper:f0})");
    }
}
