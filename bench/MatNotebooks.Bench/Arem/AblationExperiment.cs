using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>What AREM's parts are worth: without uncertainty feedback, without velocity feedback, with telemetry that comes late; the same seeds as the whole.</summary>
internal sealed class AblationExperiment(int seeds)
{
    private readonly ResultTable table = new("arem_ablations");

    /// <summary>Runs every case on every campaign whose data is here.</summary>
    public void Run()
    {
        foreach (var (name, read) in RecordedCampaigns.Reported)
        {
            if (read() is not { } campaign) continue;
            var settings = CampaignRecipes.Of(campaign);
            Try("whole", settings, () => new AremPolicy());
            Try("without-uncertainty", settings, () => new AremPolicy(new() { UncertaintyGain = 0 }));
            Try("without-velocity", settings, () => new AremPolicy(new() { VelocityGain = 0 }));
            Try("without-either", settings, () => new AremPolicy(new() { UncertaintyGain = 0, VelocityGain = 0 }));
            foreach (var share in new[] { 0.05, 0.2, 0.5 })
                Try($"delay-{100 * share:F0}%", settings with { TelemetryDelay = share * settings.Duration }, () => new AremPolicy());

            void Try(string @case, CampaignSettings changed, Func<AremPolicy> policy)
            {
                var found = new double[seeds];
                Parallel.For(0, seeds, seed => found[seed] = CampaignSimulation.Run(campaign, changed, policy(), seed).Discoveries.Length);
                var mean = Confidence.OfMean(found);
                table.Put(new($"{name}/{@case}", "discoveries", mean.Value, "1") { Lower = mean.Lower, Upper = mean.Upper, Seeds = seeds });
                AnsiConsole.MarkupLineInterpolated($"{name,-20} {@case,-22} {mean.Value,8:f2} ({mean.Lower:f2} to {mean.Upper:f2})");
            }
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }
}
