using System.CommandLine;
using Spectre.Console;

namespace MatNotebooks.Bench.Edl;

/// <summary><c>bench edl</c>: the experiments of EDL.</summary>
internal static class EdlCommand
{
    public static Command Create()
    {
        var crystals = new Option<int>("--crystals") { Description = "crystals of the Materials Project that are embedded at most; 18,191 have all properties", DefaultValueFactory = _ => 20_000 };
        var learned = new Option<int>("--learned") { Description = "other crystals that networks learn from", DefaultValueFactory = _ => 10_000 };
        var epochs = new Option<int>("--epochs") { Description = "passes of the networks over them", DefaultValueFactory = _ => 15 };
        var only = new Option<string>("--only") { Description = "one experiment: curves, field; both by default" };
        foreach (var option in new[] { crystals, learned, epochs })
            option.Validators.Add(given =>
            {
                var least = option == epochs ? 1 : 1000;
                if (given.GetValueOrDefault<int>() < least) given.AddError($"{option.Name} is {given.GetValueOrDefault<int>()}; it must be at least {least}.");
            });
        only.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } name && name is not ("curves" or "field")) given.AddError($"--only is {name}; it can be curves or field.");
        });
        var command = new Command("edl", "Experiments of EDL: how small a crystal's embedding can be. Finished networks and codes are not computed again.") { crystals, learned, epochs, only };
        command.SetAction(parsed =>
        {
            if (EdlCrystals.Read(parsed.GetValue(crystals), parsed.GetValue(learned)) is not { } read)
            {
                AnsiConsole.MarkupLine("mp_structures, aflow or phonon_dielectric is not on this machine; set MATNB_DATA to the folder that holds them.");
                return;
            }
            var curves = new CurveExperiment(read, new(read, parsed.GetValue(epochs)), parsed.GetValue(epochs));
            if (parsed.GetValue(only) is null or "curves") curves.Run();
            if (parsed.GetValue(only) is null or "field") new FieldExperiment(curves, read).Run();
        });
        return command;
    }
}
