using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Bench.Arem;

/// <summary>Settings and policies of the simulated campaigns.</summary>
internal static class CampaignRecipes
{
    private static readonly Lazy<MeasuredCosts> Costs = new(() => new(OctetDataset.Load().Records.Select(record => record.CoreSeconds)));

    /// <summary>What 912 real GPAW calculations cost.</summary>
    public static MeasuredCosts Measured => Costs.Value;

    /// <summary>Measured costs, drifting to twice as much, 5 % failures; a budget of 1,000 mean simulations, of a third of the pool where that is less.</summary>
    public static CampaignSettings Of(RecordedCampaign campaign) => new(Measured) { Budget = Math.Min(1000, campaign.Count / 3.0) * Measured.Mean };

    /// <summary>Fresh policies for a run.</summary>
    public static IEnumerable<IAllocationPolicy> Policies(CampaignSettings settings)
    {
        yield return StaticSplit.Equal;
        yield return StaticSplit.FixedRatio;
        yield return new RoundRobin(settings.Duration / 30);
        yield return new GreedyPolicy();
        yield return new SuccessiveHalving();
        yield return new AremPolicy();
    }
}
