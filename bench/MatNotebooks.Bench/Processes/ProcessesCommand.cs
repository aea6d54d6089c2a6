using System.CommandLine;
using MatNotebooks.Bench.Results;
using Spectre.Console;

namespace MatNotebooks.Bench.Processes;

/// <summary><c>bench processes</c>: training by one process of one core, and by several together; the losses must be the same.</summary>
internal static class ProcessesCommand
{
    private const double Same = 1e-5;

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "processes", DefaultValueFactory = _ => 2 };
        var crystals = new Option<int>("--crystals") { DefaultValueFactory = _ => 1500 };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 6 };
        var command = new Command("processes", "Crystals per second of training by several processes together, beside one.") { count, crystals, epochs };
        command.SetAction(parsed => Run(parsed.GetValue(count), parsed.GetValue(crystals), parsed.GetValue(epochs)));
        return command;
    }

    private static void Run(int count, int crystals, int epochs)
    {
        var table = new ResultTable("processes");
        foreach (var network in new[] { "cgcnn", "gem-ppm" })
        {
            string[] arguments = [network, $"{crystals}", $"{epochs}"];
            var alone = PeerProcesses.Course(PeerProcesses.Run(1, arguments));
            var together = PeerProcesses.Course(PeerProcesses.Run(count, arguments));
            // Rounding grows from step to step; the first epoch shows whether the same is computed.
            var apart = Math.Abs(alone[0].Loss - together[0].Loss) / alone[0].Loss;
            if (apart > Same) throw new InvalidOperationException($"The first loss of {network} is {alone[0].Loss} alone and {together[0].Loss} together; nothing was written.");
            AnsiConsole.MarkupLineInterpolated($"{network}: losses of the first epoch differ by {apart:E1}, of the last by {Math.Abs(alone[^1].Loss - together[^1].Loss) / alone[^1].Loss:E1}");
            var (one, many) = (Rate(alone, crystals), Rate(together, crystals));
            table.Report(new($"train_{network}", "per_s", one, "1/s"));
            table.Report(new($"train_{network}", "per_s", many, "1/s") { Threads = count });
            table.Report(new($"train_{network}", "ratio_one_process", many / one, "1") { Threads = count });
        }
    }

    /// <summary>Crystals per second, the first epoch left out.</summary>
    private static double Rate(PeerEpoch[] course, int crystals) => crystals * (course.Length - 1) / (course[^1].Seconds - course[0].Seconds);
}
