using System.CommandLine;
using MatNotebooks.Bench.Rates;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.PgGos.Filters;
using Spectre.Console;

namespace MatNotebooks.Bench.Filters;

/// <summary><c>bench filters</c>: candidates a second through the cheap filters, the 18,928 perovskites of perov-5 as candidates, and what the filters refuse of them.</summary>
internal static class FiltersCommand
{
    public static Command Create()
    {
        var repeats = new Option<int>("--repeats") { Description = "timings to take the median of", DefaultValueFactory = _ => 5 };
        var command = new Command("filters", "Candidates a second through the filters that need no simulator.") { repeats };
        repeats.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError($"--repeats is {given.GetValueOrDefault<int>()}; it must be at least 1.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(repeats)));
        return command;
    }

    private static void Run(int repeats)
    {
        var table = new ResultTable("filters");
        Crystal[] crystals = [.. StructureRecords.Read(DataFolders.ExternalFile("perov5/perov5.jsonl.gz")).Select(row => row.Crystal)];
        foreach (var filter in FilterChain.Cheap.Filters) Measure(table, filter.Name.Replace(' ', '-'), crystals, new(filter), repeats);
        var funnel = Measure(table, "cheap", crystals, FilterChain.Cheap, repeats);
        foreach (var (name, _, refused) in funnel.Steps) table.Put(new("cheap", $"refused_by_{name.Replace(' ', '_')}", refused, "1"));
        table.Put(new("cheap", "passed", funnel.Passed, "1"));
        AnsiConsole.WriteLine(funnel.ToString());
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    // What a subject computes once is computed anew in each timing.
    private static FilterFunnel Measure(ResultTable table, string name, Crystal[] crystals, FilterChain chain, int repeats)
    {
        FilterFunnel? funnel = null;
        var rate = Rate.Of(crystals.Length, warmUps: 2, repeats, () => funnel = chain.Run([.. crystals.Select(crystal => new FilterSubject(crystal))]));
        table.Report(new(name, "candidates_per_s", rate.Median, "1/s") { Lower = rate.Lowest, Upper = rate.Highest, Seeds = repeats, Threads = Environment.ProcessorCount });
        return funnel!;
    }
}
