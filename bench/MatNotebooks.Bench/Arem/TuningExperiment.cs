using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Policies;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>Tries settings of AREM on the campaigns that no table reports, and says what each finds beside the best static splits.</summary>
internal static class TuningExperiment
{
    private static readonly (string Name, Func<IAllocationPolicy> Make)[] Cases =
    [
        ("static 1 1 14", () => new StaticSplit("static", 1, 1, 14)),
        ("static 1 2 13", () => new StaticSplit("static", 1, 2, 13)),
        ("static 1 3 12", () => new StaticSplit("static", 1, 3, 12)),
        ("default", () => new AremPolicy()),
        .. Vary("PriorLoss", [0.1, 0.3, 0.5, 2], (options, value) => options with { PriorLoss = value, LeastLoss = 0.05 }),
        .. Vary("PriorWeight", [10, 100, 300], (options, value) => options with { PriorWeight = value }),
        .. Vary("UncertaintyGain", [0, 0.5, 2], (options, value) => options with { UncertaintyGain = value }),
        .. Vary("VelocityGain", [0, 0.5, 2], (options, value) => options with { VelocityGain = value }),
        .. Vary("Memory", [0.97, 0.995], (options, value) => options with { Memory = value }),
        .. Vary("Stride", [0.1, 0.25], (options, value) => options with { Stride = value }),
        .. Vary("Floor", [0.01, 0.02, 0.05], (options, value) => options with { Floor = value }),
    ];

    public static void Run(int seeds)
    {
        var campaigns = RecordedCampaigns.ForTuning.Select(one => one.Read()).OfType<RecordedCampaign>().ToArray();
        foreach (var (name, make) in Cases)
        {
            var found = campaigns.Select(campaign =>
            {
                var settings = CampaignRecipes.Of(campaign);
                return ParallelEnumerable.Range(0, seeds).Average(seed => CampaignSimulation.Run(campaign, settings, make(), seed).Discoveries.Length);
            }).ToArray();
            AnsiConsole.MarkupLineInterpolated($"{name,-24} {string.Join("  ", campaigns.Zip(found, (campaign, mean) => $"{campaign.Name} {mean:f2}"))}");
        }
    }

    private static IEnumerable<(string Name, Func<IAllocationPolicy> Make)> Vary(string name, double[] values, Func<AremOptions, double, AremOptions> change) =>
        values.Select(value => ($"{name} {value}", (Func<IAllocationPolicy>)(() => new AremPolicy(change(new(), value)))));
}
