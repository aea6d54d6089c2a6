using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Journals;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>
/// Campaigns on recorded labels under every policy, against what hindsight could have done on the very seed: the best of all static splits of a
/// grid, and the best schedule of eight segments that a search finds. Hindsight also picks the luckiest of many runs; a row says of how many.
/// </summary>
internal sealed class CampaignExperiment(int seeds, IReadOnlyList<(string Name, Func<RecordedCampaign?> Read)> campaigns, ResultTable table)
{
    private const int Steps = 12, Trials = 120, Parts = 20;

    private readonly JournalFile<CampaignRecord> journal = new(Path.Combine(DataFolders.Repository, "out", "arem.campaigns.jsonl"));

    /// <summary>Runs every campaign whose data is here.</summary>
    public void Run()
    {
        var known = journal.Read().Where(record => record.Sources == table.Commit && !table.Commit.EndsWith("-dirty", StringComparison.Ordinal)).ToLookup(record => (record.Campaign, record.Seed));
        foreach (var (name, read) in campaigns)
        {
            if (read() is not { } campaign)
            {
                AnsiConsole.MarkupLineInterpolated($"{name} is not on this machine; set MATNB_DATA to the folder that holds it.");
                continue;
            }
            var records = new CampaignRecord[seeds][];
            Parallel.For(0, seeds, seed => records[seed] = known[(name, seed)].Any() ? [.. known[(name, seed)]] : RunAll(name, campaign, seed));
            Write(name, campaign, [.. records.SelectMany(each => each)]);
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private CampaignRecord[] RunAll(string name, RecordedCampaign campaign, int seed)
    {
        var settings = CampaignRecipes.Of(campaign);
        var records = CampaignRecipes.Policies(settings).Select(policy => Record(CampaignSimulation.Run(campaign, settings, policy, seed))).ToList();
        var search = HindsightSearch.Of(campaign, settings, seed, Steps, Trials);
        records.Add(Record(search.Schedule, "hindsight", search.Tried));
        records.Add(Record(search.Static.Outcome, "best static", search.Splits.Count, search.Static.Shares));
        records.AddRange(search.Splits.Select(split => Record(split.Outcome, "split", 1, split.Shares)));
        foreach (var record in records) journal.Add(record);
        return [.. records];

        CampaignRecord Record(CampaignOutcome outcome, string? policy = null, int tried = 1, double[]? shares = null) => new(
            table.Commit, name, policy ?? outcome.Policy, seed, settings.Budget, [.. outcome.Discoveries], outcome.Utilisation, outcome.Simulations, tried, shares ?? []);
    }

    private void Write(string name, RecordedCampaign campaign, CampaignRecord[] records)
    {
        // The split that is best over all seeds together: what somebody who knew the campaign, but not its luck, would fix.
        var fixedSplit = records.Where(record => record.Policy == "split").GroupBy(record => string.Join(' ', record.Shares.Select(share => share.ToString("F3"))))
            .MaxBy(same => same.Sum(record => record.Discoveries.Length))!.Select(record => record with { Policy = "best static of all seeds" });
        var all = records.Where(record => record.Policy != "split").Concat(fixedSplit).ToLookup(record => record.Policy);
        CampaignRecord Of(string policy, int seed) => all[policy].First(record => record.Seed == seed);
        table.Put(new($"{name}/pool", "candidates", campaign.Count, "1"));
        table.Put(new($"{name}/pool", "hits", campaign.Hits, "1"));
        foreach (var policy in all)
        {
            var label = $"{name}/{policy.Key}";
            Put(label, "discoveries", "1", policy, record => record.Discoveries.Length, isTold: true);
            Put(label, "fraction_of_hindsight", "1", policy, record => Share(record, Of("hindsight", record.Seed)), isTold: true);
            Put(label, "ratio_to_best_static", "1", policy, record => Share(record, Of("best static", record.Seed)), isTold: true);
            Put(label, "ratio_to_best_static_of_all_seeds", "1", policy, record => Share(record, Of("best static of all seeds", record.Seed)), isTold: true);
            Put(label, "hours_ratio_to_equal", "1", policy, record => Hours(Of("equal", record.Seed)) / HoursTo(record, Of("equal", record.Seed).Discoveries.Length), isTold: true);
            Put(label, "utilisation", "1", policy, record => record.Utilisation, isTold: true);
            Put(label, "simulations", "1", policy, record => record.Simulations);
            if (policy.Any(record => record.Tried > 1)) table.Put(new(label, "campaigns_tried", policy.Average(record => record.Tried), "1") { Seeds = seeds });
            if (policy.Key.StartsWith("best static", StringComparison.Ordinal))
                for (var layer = 0; layer < 3; layer++) Put(label, $"share_{layer}", "1", policy, record => record.Shares[layer]);
            for (var part = 1; part <= Parts; part++)
                Put(label, $"found_by_{100 * part / Parts}", "1", policy, record => record.Discoveries.Count(when => when <= record.Budget * part / Parts));
        }
    }

    private static double Share(CampaignRecord record, CampaignRecord best) =>
        best.Discoveries.Length == 0 ? 1 : (double)record.Discoveries.Length / best.Discoveries.Length;

    // When equal found its last hit, and when another policy had found as many; one that never did counts with all of its budget.
    private static double Hours(CampaignRecord equal) => equal.Discoveries.Length == 0 ? equal.Budget : equal.Discoveries[^1];

    private static double HoursTo(CampaignRecord record, int hits) =>
        hits == 0 || hits > record.Discoveries.Length ? record.Budget : record.Discoveries[hits - 1];

    private void Put(string label, string metric, string unit, IEnumerable<CampaignRecord> records, Func<CampaignRecord, double> value, bool isTold = false)
    {
        double[] values = [.. records.Select(value)];
        var mean = Confidence.OfMean(values);
        var row = new ResultRow(label, metric, mean.Value, unit) { Lower = mean.Lower, Upper = mean.Upper, Seeds = values.Length };
        table.Put(row);
        if (isTold) AnsiConsole.MarkupLineInterpolated($"{label,-44} {metric,-34} {mean.Value,8:f3} ({mean.Lower:f3} to {mean.Upper:f3})");
    }
}
