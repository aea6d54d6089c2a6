using System.CommandLine;
using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Mpbf.Transfer;

namespace MatNotebooks.Bench.Mpbf;

/// <summary><c>bench mpbf</c>: the experiments of MPBF.</summary>
internal static class MpbfCommand
{
    private static readonly Dictionary<string, Action<int>> Experiments = new()
    {
        ["transfer"] = seeds => Transfer(new("mpbf"), seeds),
        ["boundaries"] = _ => ZoneExperiment.Run(),
        ["fidelity"] = seeds => new FidelityExperiment(seeds).Run(),
        ["loops"] = _ => LoopExperiment.Run(),
    };

    public static Command Create()
    {
        var only = new Option<string>("--only") { Description = $"one experiment: {string.Join(", ", Experiments.Keys)}; all by default" };
        var seeds = new Option<int>("--seeds") { Description = $"divisions of the compounds, 1 to {CompoundParts.Seeds}", DefaultValueFactory = _ => CompoundParts.Seeds };
        var command = new Command("mpbf", "Experiments of MPBF: when does pretraining help, and can one tell beforehand. Finished work is not computed again.") { only, seeds };
        only.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } name && !Experiments.ContainsKey(name)) given.AddError($"--only is {name}; it can be {string.Join(", ", Experiments.Keys)}.");
        });
        seeds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > CompoundParts.Seeds) given.AddError($"--seeds is {given.GetValueOrDefault<int>()}; it must be 1 to {CompoundParts.Seeds}.");
        });
        command.SetAction(parsed =>
        {
            foreach (var (name, run) in Experiments)
                if (parsed.GetValue(only) is null || parsed.GetValue(only) == name) run(parsed.GetValue(seeds));
        });
        return command;
    }

    private static void Transfer(ResultTable table, int seeds) => new TransferReport(table, new TransferExperiment(table.Commit, seeds).Run()).Write();
}
