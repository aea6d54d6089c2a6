using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Equilibria;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>From which stride feedback (A2) under late telemetry does not come to rest any more: measured by halving, beside the limit derived.</summary>
internal static class DelayExperiment
{
    private const double Budget = 64;

    private static readonly LayerUtility[] Utilities = [new LogarithmicUtility(1, 2), new LogarithmicUtility(3, 4), new SaturatingUtility(8, 40)];

    public static void Run()
    {
        var table = new ResultTable("arem_delays");
        var rest = Equilibrium.Of(Utilities, Budget);
        var rate = ReplicatorFeedback.Rate(Utilities, rest.Cores, gain: 1);
        foreach (var late in new[] { 0, 1, 2, 4, 8, 16, 32 })
        {
            var (derived, measured) = (ReplicatorFeedback.GreatestStep(late), Measured(rest.Cores, late) * rate);
            table.Report(new($"late-{late}", "derived", derived, "1"));
            table.Report(new($"late-{late}", "measured", measured, "1"));
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>The greatest stride κΔt at which a small departure dies out.</summary>
    private static double Measured(IReadOnlyList<double> rest, int late)
    {
        var (low, high) = (0.0, 1e6);
        for (var step = 0; step < 60; step++)
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
        (cores[0], cores[1]) = (cores[0] + 1e-4, cores[1] - 1e-4);
        var heard = new Queue<double[]>(Enumerable.Range(0, late + 1).Select(_ => cores.ToArray()));
        var (early, worst) = (0.0, 0.0);
        var steps = 600 * (late + 1);
        for (var step = 0; step < steps; step++)
        {
            var seen = heard.Dequeue();
            ReplicatorFeedback.Step(cores, [.. Utilities.Select((utility, layer) => utility.Marginal(seen[layer]))], stride);
            heard.Enqueue([.. cores]);
            var away = rest.Select((there, layer) => Math.Abs(there - cores[layer])).Max();
            if (step < steps / 4) early = Math.Max(early, away);
            else if (step >= 3 * steps / 4) worst = Math.Max(worst, away);
        }
        return worst < early;
    }
}
