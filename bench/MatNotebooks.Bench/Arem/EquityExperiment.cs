using System.Collections.Immutable;
using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Scaling;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>Three institutions of unequal size share a pool that cannot serve all they ask for: who is served, and what is found, with and without a floor.</summary>
internal static class EquityExperiment
{
    private const int Workers = 200;

    private static readonly double[] Floors = [0, 0.25, 0.5, 0.75, 0.9, 1];

    public static void Run(int seeds)
    {
        var table = new ResultTable("equity");
        var cost = CampaignRecipes.Measured.Mean;
        // Each asks for three times its part; the larger programme is richer and longer.
        ImmutableArray<Institution> institutions =
        [
            new("large", 0.7, 420, cost, 0.12, 4000),
            new("middle", 0.2, 120, cost, 0.08, 1000),
            new("small", 0.1, 60, cost, 0.05, 400),
        ];
        foreach (var floor in Floors)
        {
            var outcomes = Enumerable.Range(0, seeds).Select(seed => PoolSimulation.Run(
                new(CampaignRecipes.Measured, Workers, 60 * cost) { Institutions = institutions, Floor = floor, Dispatch = 1e-3 }, seed)).ToArray();
            var label = floor == 0 ? "without floor" : $"floor {floor:F2}";
            Put(label, "jain", outcomes.Select(outcome => outcome.Fairness));
            Put(label, "discoveries", outcomes.Select(outcome => outcome.Discoveries));
            for (var one = 0; one < institutions.Length; one++)
                Put(label, $"served_{institutions[one].Name}", outcomes.Select(outcome => (double)outcome.Institutions[one].Served / outcome.Tasks));
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");

        void Put(string label, string metric, IEnumerable<double> values)
        {
            var mean = Confidence.OfMean([.. values]);
            table.Put(new(label, metric, mean.Value, "1") { Lower = mean.Lower, Upper = mean.Upper, Seeds = seeds });
            AnsiConsole.MarkupLineInterpolated($"{label,-16} {metric,-16} {mean.Value,10:f3} ({mean.Lower:f3} to {mean.Upper:f3})");
        }
    }
}
