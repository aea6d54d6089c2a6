using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>What could have been found on one very seed, had one known: the best static split, and the best schedule of eight segments.</summary>
/// <param name="Static">The best static split of a grid, and how it went.</param>
/// <param name="Splits">How every split of the grid went.</param>
/// <param name="Schedule">How the best schedule went.</param>
/// <param name="Tried">How many campaigns were run to find both.</param>
public sealed record HindsightSearch(SplitOutcome Static, IReadOnlyList<SplitOutcome> Splits, CampaignOutcome Schedule, int Tried)
{
    private const int Segments = 8;

    /// <summary>Searches.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="seed">The very seed.</param>
    /// <param name="steps">Into how many equal steps each share is divided in the grid of splits | 2 to 40. The default is 12.</param>
    /// <param name="trials">How many schedules are tried | at least 1. The default is 150.</param>
    public static HindsightSearch Of(RecordedCampaign campaign, CampaignSettings settings, int seed, int steps = 12, int trials = 150)
    {
        if (steps is < 2 or > 40) throw new ArgumentOutOfRangeException(nameof(steps), $"steps is {steps}; it must be 2 to 40.");
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        SplitOutcome[] splits = [.. Grid(steps).Select(split => new SplitOutcome(split, CampaignSimulation.Run(campaign, settings, new StaticSplit("static", split), seed)))];
        var best = splits.MaxBy(split => Worth(split.Outcome))!;
        var (schedule, outcome) = (Enumerable.Repeat(best.Shares, Segments).ToArray(), best.Outcome);
        var random = new Random(seed);
        for (var trial = 0; trial < trials; trial++)
        {
            var changed = trial == 0 ? [[1, 0.01, 0.01], .. schedule[1..]] : Changed(schedule, random);
            var tried = CampaignSimulation.Run(campaign, settings, new ScheduledSplit("hindsight", changed), seed);
            if (Worth(tried) >= Worth(outcome)) (schedule, outcome) = (changed, tried);
        }
        return new(best, splits, outcome with { Policy = "hindsight" }, splits.Length + trials);
    }

    // Discoveries first; of equally many, those found sooner.
    private static double Worth(CampaignOutcome outcome) =>
        outcome.Discoveries.Length - (outcome.Discoveries.IsEmpty ? 0 : 1e-9 * outcome.Discoveries.Average());

    private static IEnumerable<double[]> Grid(int steps) =>
        from data in Enumerable.Range(0, steps + 1)
        from models in Enumerable.Range(0, steps + 1 - data)
        where steps - data - models > 0 // without simulations nothing is found
        select new[] { (double)data / steps, (double)models / steps, (double)(steps - data - models) / steps };

    private static double[][] Changed(double[][] schedule, Random random)
    {
        double[][] copy = [.. schedule.Select(shares => shares.ToArray())];
        var (first, count) = (random.Next(Segments), 1 + random.Next(3));
        var fresh = random.NextDouble() < 0.3 ? Dirichlet(random) : null;
        for (var place = first; place < Math.Min(Segments, first + count); place++)
        {
            if (fresh is not null)
            {
                copy[place] = fresh;
                continue;
            }
            for (var layer = 0; layer < 3; layer++) copy[place][layer] = Math.Max(0, copy[place][layer] + (0.25 * (random.NextDouble() - 0.5)));
            if (copy[place].Sum() <= 0) copy[place] = [0, 0, 1];
        }
        return copy;
    }

    private static double[] Dirichlet(Random random)
    {
        double[] drawn = [.. Enumerable.Range(0, 3).Select(_ => -Math.Log(1 - random.NextDouble()))];
        return [.. drawn.Select(value => value / drawn.Sum())];
    }
}

/// <summary>A static split and how a campaign went under it.</summary>
/// <param name="Shares">Share of each layer, (3).</param>
/// <param name="Outcome">How it went.</param>
public sealed record SplitOutcome(double[] Shares, CampaignOutcome Outcome);
