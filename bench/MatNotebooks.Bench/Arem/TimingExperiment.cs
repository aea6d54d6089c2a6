using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Frameworks.Arem.Scaling;
using MatNotebooks.Frameworks.Arem.Telemetry;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>How fast: events of the simulator on one core, a week of 100,000 workers, and what a decision takes.</summary>
internal static class TimingExperiment
{
    private const double Hour = 3600, Week = 168 * Hour;
    private const int Repetitions = 3;

    public static void Run()
    {
        var des = new ResultTable("des");
        // Costs spread as measured, of a mean of an hour: relaxations of larger cells.
        var costs = CampaignRecipes.Measured.Times(Hour / CampaignRecipes.Measured.Mean);
        Report(des, "events_per_s", "1/s", () =>
        {
            var began = Stopwatch.GetTimestamp();
            var outcome = PoolSimulation.Run(new(costs, 1000, 1000 * Hour) { Drift = 2 }, 1);
            return outcome.Events / Stopwatch.GetElapsedTime(began).TotalSeconds;
        });
        var (seconds, events) = (Stopwatch.GetTimestamp(), PoolSimulation.Run(new(costs, 100_000, Week) { Drift = 2 }, 1).Events);
        des.Report(new("100000-workers-week", "seconds", Stopwatch.GetElapsedTime(seconds).TotalSeconds, "s"));
        des.Report(new("100000-workers-week", "events", events, "1"));
        Report(new ResultTable("arem"), "decision_us", "µs", DecisionMicroseconds);
    }

    private static double DecisionMicroseconds()
    {
        const int decisions = 20_000;
        var policy = new AremPolicy();
        Span<double> cores = stackalloc double[3];
        var random = new Random(1);
        var took = 0L;
        for (var turn = 0; turn < decisions; turn++)
        {
            policy.Observe(new TaskReport(turn % 16, turn, turn, MatNotebooks.Frameworks.Arem.Equilibria.AremLayer.Steering, 1)
            {
                Ending = random.NextDouble() < 0.1 ? TaskEnding.Discovery : TaskEnding.Done, Staleness = random.NextDouble(), IsFine = turn % 2 == 0,
            });
            var began = Stopwatch.GetTimestamp();
            policy.Decide(new(turn, 16, 1e6 - turn) { Runnable = (10, 5, 1000), Labels = 8 + turn, Unencoded = 1000, Uncertainty = 0.4, ExpectedHits = 0.2 }, cores);
            took += Stopwatch.GetTimestamp() - began;
        }
        return Stopwatch.GetElapsedTime(0, took).TotalMicroseconds / decisions;
    }

    private static void Report(ResultTable table, string metric, string unit, Func<double> measure)
    {
        measure(); // compiled before it is timed
        double[] values = [.. Enumerable.Range(0, Repetitions).Select(_ => measure()).Order()];
        table.Report(new(metric == "decision_us" ? "decision/arem" : "1000-workers", metric, values[Repetitions / 2], unit) { Lower = values[0], Upper = values[^1], Seeds = Repetitions });
    }
}
