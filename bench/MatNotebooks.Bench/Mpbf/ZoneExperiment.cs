using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.Mpbf.Boundaries;
using MatNotebooks.Frameworks.Mpbf.Pretraining;
using MatNotebooks.Frameworks.Mpbf.Transfer;
using Spectre.Console;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>Boundaries: elements, clusters, structure types and years left out; errors inside and outside, the detector of large errors, and intervals.</summary>
internal static class ZoneExperiment
{
    private const int MostRows = 3000, FewestInZone = 60, Clusters = 12;

    private static readonly ZoneOptions Options = new() { MostTraining = 800, MostJudging = 60, Trees = 40 };

    /// <summary>Runs those that are not in the table from these sources.</summary>
    public static void Run()
    {
        var table = new ResultTable("mpbf");
        var tasks = new CompositionTasks(SourceFidelities.Read());
        foreach (var name in new[] { "mp-ef", "aflow-bulk", "expt-gap" })
        {
            var problem = new Lazy<BoundaryProblem>(() => OfTask(tasks.Read(name)));
            Report(table, $"elements/{name}", problem, of => LeaveElementOut.Each(of.Compositions, 0, fewest: FewestInZone));
            Report(table, $"clusters/{name}", problem, of => LeaveClusterOut.Of([.. of.Inputs.Select(row => Array.ConvertAll(row, value => (double)value))], Clusters, 0));
        }
        var elastic = new Lazy<(BoundaryProblem Problem, IReadOnlyList<StructureRecord> Records)>(() => OfCrystals("aflow-bulk-crystals", "GPa", "aflow", "bulk_modulus_vrh_GPa"));
        Report(table, "prototypes/aflow-bulk", new(() => elastic.Value.Problem), _ => LeavePrototypeOut.Of([.. elastic.Value.Records.Select(record => record.Crystal)], 0, fewest: 30));
        var dated = new Lazy<(BoundaryProblem Problem, IReadOnlyList<StructureRecord> Records)>(() => OfCrystals("mpts52-ef", "eV/atom", "mpts52_val", "e_form_eV_atom"));
        Report(table, "years/mpts52", new(() => dated.Value.Problem), _ =>
        {
            int[] years = [.. dated.Value.Records.Select(record => (int)record.RequiredNumber("year"))];
            return [.. years.Distinct().Order().Skip(1).Select(first => TimeSplit.After(years, first - 1, first - 1) is var split ? split with { Name = $"from {first}" } : split)];
        });
    }

    private static BoundaryProblem OfTask(TransferTask task)
    {
        int[] rows = [.. Enumerable.Range(0, task.Count)];
        new Random(0).Shuffle(rows);
        rows = rows[..Math.Min(MostRows, rows.Length)];
        var inputs = CompositionInputs.Of([.. rows.Select(row => task.Compositions[row])]);
        return new(task.Name, task.Unit, [.. rows.Select(row => task.Compositions[row])], CompositionInputs.Statistics(inputs), [.. rows.Select(row => task.Values[row])]);
    }

    // Statistics of the elements and, of each crystal, density, volume per atom, nearest distance and coordination.
    private static (BoundaryProblem Problem, IReadOnlyList<StructureRecord> Records) OfCrystals(string name, string unit, string dataset, string target)
    {
        var records = DatasetCatalogue.Find(dataset).ReadStructures().Where(record => record.Number(target) is not null).Take(MostRows).ToArray();
        var statistics = CompositionInputs.Statistics(CompositionInputs.Of([.. records.Select(record => record.Crystal.Composition)]));
        var geometry = StructureDescriptors.Of([.. records.Select(record => record.Crystal)]).WithoutIncompleteColumns();
        float[][] inputs = [.. statistics.Select((row, place) => (float[])[.. row, .. geometry.Row(place).ToArray().Select(value => (float)value)])];
        return (new(name, unit, [.. records.Select(record => record.Crystal.Composition)], inputs, [.. records.Select(record => record.RequiredNumber(target))]), records);
    }

    private static void Report(ResultTable table, string name, Lazy<BoundaryProblem> problem, Func<BoundaryProblem, IReadOnlyList<DataSplit>> zones)
    {
        if (table.Find($"boundary/{name}", "auroc_large_error") is not null && !table.Commit.EndsWith("-dirty", StringComparison.Ordinal)) return;
        var rows = ZoneStudy.Run(problem.Value, zones(problem.Value), Options);
        var report = BoundaryReport.Of(rows);
        var distance = BoundaryDistance.Find(rows);
        var results = new List<ResultRow>();
        Put("zones", report.Zones, "1");
        Put("inside_mae", report.InsideError, problem.Value.Unit);
        Put("outside_mae", report.OutsideError, problem.Value.Unit);
        Put("auroc_large_error", report.LargeErrorArea, "1");
        if (name.StartsWith("elements/", StringComparison.Ordinal)) Put("auroc_unseen_element", report.LargeErrorArea, "1");
        Put("auroc_large_error_of_zones", report.ZoneArea, "1");
        Put("auroc_outside_by_distance", report.OutsideArea, "1");
        Put("coverage_inside", report.InsideCoverage, "1");
        Put("coverage_outside", report.OutsideCoverage, "1");
        Put("coverage_outside_widened", report.WidenedCoverage, "1");
        Put("widening", report.Widening, "1");
        Put("boundary_distance", distance.Distance ?? double.NaN, "usual distances");
        for (var bin = 0; bin < distance.Errors.Count; bin++) results.Add(new($"boundary/{name}/bin-{bin}", "mae", distance.Errors[bin], problem.Value.Unit) { Lower = distance.Distances[bin], Upper = distance.Distances[bin] });
        foreach (var zone in report.Scored.Where(each => each.Row.IsOutside).GroupBy(each => each.Row.Zone))
        {
            results.Add(new($"zone/{name}/{zone.Key.Replace(',', ' ')}", "error_ratio", zone.Average(each => Math.Abs(each.Row.Error)) / report.InsideError, "1") { Seeds = zone.Count() });
            results.Add(new($"zone/{name}/{zone.Key.Replace(',', ' ')}", "expected_ratio", zone.Average(each => each.Expected) / report.InsideError, "1") { Seeds = zone.Count() });
        }
        table.PutAll(results);

        void Put(string metric, double value, string unit)
        {
            AnsiConsole.MarkupLineInterpolated($"{name,-28} {metric,-32} {value,8:f3} {unit}");
            if (double.IsFinite(value)) results.Add(new($"boundary/{name}", metric, value, unit));
        }
    }
}
