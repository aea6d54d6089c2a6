using System.CommandLine;

namespace MatNotebooks.Bench.Arem;

/// <summary><c>bench arem</c>: the experiments of AREM.</summary>
internal static class AremCommand
{
    private const string Tuning = "tuning"; // campaigns on which settings may be chosen, written to out/
    private const string Real = "real"; // needs xTB, GPAW, and Slurm where the cluster's campaigns are wanted too

    private static readonly Dictionary<string, Action<int>> Experiments = new()
    {
        ["campaigns"] = seeds => new CampaignExperiment(seeds, RecordedCampaigns.Reported, new("arem")).Run(),
        ["ablations"] = seeds => new AblationExperiment(seeds).Run(),
        ["delays"] = _ => DelayExperiment.Run(),
        ["scaling"] = _ => ScalingExperiment.Run(),
        ["equity"] = EquityExperiment.Run,
        ["timings"] = _ => TimingExperiment.Run(),
    };

    public static Command Create()
    {
        var only = new Option<string>("--only") { Description = $"one experiment: {string.Join(", ", Experiments.Keys)}; all by default. real, not among them: campaigns with xTB and GPAW, here and on a Slurm of this machine" };
        var seeds = new Option<int>("--seeds") { Description = "seeds of each campaign", DefaultValueFactory = _ => 20 };
        var command = new Command("arem", "Experiments of AREM: who divides a campaign's cores best. Finished campaigns are not run again.") { only, seeds };
        only.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } name && name is not (Tuning or Real) && !Experiments.ContainsKey(name)) given.AddError($"--only is {name}; it can be {string.Join(", ", Experiments.Keys)}.");
        });
        seeds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 2) given.AddError($"--seeds is {given.GetValueOrDefault<int>()}; it must be at least 2.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(only) == Real)
            {
                await RealCampaigns.RunAsync(cancellation);
                return;
            }
            if (parsed.GetValue(only) == Tuning)
            {
                TuningExperiment.Run(parsed.GetValue(seeds));
                return;
            }
            foreach (var (name, run) in Experiments)
                if (parsed.GetValue(only) is null || parsed.GetValue(only) == name) run(parsed.GetValue(seeds));
        });
        return command;
    }
}
