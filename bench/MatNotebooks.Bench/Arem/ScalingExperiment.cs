using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Scaling;
using MatNotebooks.Metrics;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>Throughput of 10 to 100,000 workers behind one dispatcher, with the costs of real GPAW calculations, and the law fitted to it (A5).</summary>
internal static class ScalingExperiment
{
    private const int Seeds = 3, Entries = 300;

    private static readonly int[] Workers = [10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000];

    public static void Run()
    {
        var table = new ResultTable("arem_scaling");
        var dispatch = MeasuredDispatch();
        var (numbers, rates) = (new List<double>(), new List<double>());
        foreach (var workers in Workers)
        {
            double[] throughput = [.. Enumerable.Range(0, Seeds).Select(seed => PoolSimulation.Run(
                new(CampaignRecipes.Measured, workers, 40 * CampaignRecipes.Measured.Mean) { Dispatch = dispatch }, seed).Throughput)];
            var mean = Confidence.OfMean(throughput);
            table.Report(new($"workers-{workers}", "tasks_per_s", mean.Value, "1/s") { Lower = mean.Lower, Upper = mean.Upper, Seeds = Seeds });
            numbers.AddRange(Enumerable.Repeat((double)workers, Seeds));
            rates.AddRange(throughput);
        }
        var law = ScalabilityLaw.Fit(numbers, rates);
        Put("rate", law.Rate, "1/s");
        Put("contention", law.Contention, "1");
        Put("coherency", law.Coherency, "1");
        table.Report(new("law", "ceiling", law.Ceiling, "1/s") { Seeds = Seeds });
        table.Report(new("law", "dispatch", dispatch, "s") { Seeds = Seeds });
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");

        void Put(string metric, Interval value, string unit) =>
            table.Put(new("law", metric, value.Value, unit) { Lower = value.Lower, Upper = value.Upper, Seeds = Seeds });
    }

    /// <summary>What the dispatcher needs for each task: its entry in a campaign ledger begun and ended, each on the disk before the next | s.</summary>
    private static double MeasuredDispatch()
    {
        var folder = Directory.CreateTempSubdirectory("matnb");
        try
        {
            using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "dispatch.ledger"));
            ledger.Plan(Enumerable.Range(0, Entries).Select(entry => new LedgerEntry($"task {entry}", "0")));
            var failure = CalculationOutcome.Of(FailureKind.Crashed, "not computed: only the ledger is timed");
            var began = Stopwatch.GetTimestamp();
            for (var entry = 0; entry < Entries; entry++)
            {
                ledger.Start($"task {entry}", "0", "bench");
                ledger.Finish($"task {entry}", "0", failure);
            }
            return Stopwatch.GetElapsedTime(began).TotalSeconds / Entries;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
