using System.CommandLine;

namespace MatNotebooks.Bench.PgGos;

/// <summary><c>bench pg-gos</c>: the experiments of PG-GOS, each resumable.</summary>
internal static class PgGosCommand
{
    private static readonly Dictionary<string, Action<int>> Experiments = new()
    {
        ["needles"] = seeds => new NeedlesExperiment(seeds).Run(),
        ["other-targets"] = seeds => new NeedlesExperiment(seeds).RunOtherTargets(),
        ["generation"] = _ => new GenerationExperiment().Run(),
        ["ablations"] = seeds => new AblationExperiment(Math.Min(seeds, 5)).Run(),
        ["dft"] = _ => new DftExperiment().Run(),
        ["conductors"] = _ => new ConductorsExperiment().Run(),
    };

    public static Command Create()
    {
        var only = new Option<string>("--only") { Description = $"one experiment: {string.Join(", ", Experiments.Keys)}; all by default" };
        var seeds = new Option<int>("--seeds") { Description = "searches of each policy, and up to 5 divisions for ablations", DefaultValueFactory = _ => 20 };
        var command = new Command("pg-gos", "Experiments of PG-GOS; goes on where it was stopped.") { only, seeds };
        only.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } name && !Experiments.ContainsKey(name)) given.AddError($"--only is {name}; it can be {string.Join(", ", Experiments.Keys)}.");
        });
        seeds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError($"--seeds is {given.GetValueOrDefault<int>()}; it must be at least 1.");
        });
        command.SetAction(parsed =>
        {
            foreach (var (name, run) in Experiments)
                if (parsed.GetValue(only) is null || parsed.GetValue(only) == name) run(parsed.GetValue(seeds));
        });
        return command;
    }
}
