using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Equilibria;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>From which stride feedback (A2) under late telemetry does not come to rest any more: measured by halving, beside the limit derived.</summary>
internal static class DelayExperiment
{
    private const double Budget = 64, Push = 1e-3; // cores

    private static readonly LayerUtility[] Utilities = [new LogarithmicUtility(1, 2), new LogarithmicUtility(3, 4), new SaturatingUtility(8, 40)];

    public static void Run()
    {
        var table = new ResultTable("arem_delays");
        var rest = Equilibrium.Of(Utilities, Budget);
        var rate = ReplicatorFeedback.Rate(Utilities, rest.Cores, gain: 1);
        foreach (var late in new[] { 0, 1, 2, 4, 8, 16, 32 })
        {
            var (derived, measured) = (ReplicatorFeedback.GreatestStep(late), Measured(rest.Cores, late, rate) * rate);
            table.Report(new($"late-{late}", "derived", derived, "1"));
            table.Report(new($"late-{late}", "measured", measured, "1"));
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>The greatest stride κΔt at which a small departure dies out, to half a percent of the range.</summary>
    private static double Measured(IReadOnlyList<double> rest, int late, double rate)
    {
        var (low, high) = (0.0, 2.5 / rate); // beyond 2 it cannot come to rest even without delay
        for (var step = 0; step < 9; step++)
        {
            var middle = (low + high) / 2;
            if (Rests(rest, late, middle)) low = middle;
            else high = middle;
        }
        return low;
    }

    private static bool Rests(IReadOnlyList<double> rest, int late, double stride)
    {
        double[] cores = [.. rest];
        (cores[0], cores[1]) = (cores[0] + Push, cores[1] - Push);
        var heard = new Queue<double[]>(Enumerable.Range(0, late + 1).Select(_ => cores.ToArray()));
        var (away, steps) = (0.0, 1500 * (late + 1));
        for (var step = 0; step < steps; step++)
        {
            var seen = heard.Dequeue();
            ReplicatorFeedback.Step(cores, [.. Utilities.Select((utility, layer) => utility.Marginal(seen[layer]))], stride);
            heard.Enqueue([.. cores]);
            if (step >= steps - (8 * (late + 1))) away = Math.Max(away, rest.Select((there, layer) => Math.Abs(there - cores[layer])).Max()); // over a swing
        }
        return away < Push / 2;
    }
}
