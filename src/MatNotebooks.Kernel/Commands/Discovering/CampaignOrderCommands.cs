using System.CommandLine;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands.Discovering;

/// <summary>What can be said to a discovery campaign from another terminal: <c>watch</c>, <c>pause</c>, <c>continue</c>, <c>budget</c>, <c>stop</c>.</summary>
internal static class CampaignOrderCommands
{
    private static readonly Argument<string> Campaign = new("campaign") { HelpName = "SPEC.yaml|LEDGER", Description = "The campaign's file, or its ledger's." };
    private static readonly Option<int?> Simulations = new("--simulations") { HelpName = "N", Description = "Simulations that may be begun in all." };
    private static readonly Option<double?> CoreHours = new("--core-hours") { HelpName = "HOURS", Description = "Core-hours that may be held in all." };
    private static readonly Option<string?> To = new("--to") { HelpName = "FILE", Description = "Where to write it. The default is the screen." };

    /// <summary>Every command.</summary>
    public static IEnumerable<Command> Create() =>
    [
        Order("pause", "Lets a running campaign begin nothing new until continue.", orders => orders with { Paused = true }),
        Order("continue", "Lets a paused campaign go on.", orders => orders with { Paused = false }),
        Order("stop", "Ends a running campaign with what it is doing; run goes on from there.", orders => orders with { Stopped = true }),
        Budget(), Watch(), Example(), Work(),
    ];

    private static Command Order(string name, string description, Func<CampaignOrders, CampaignOrders> change)
    {
        var command = new Command(name, description) { Campaign };
        command.SetAction((arguments, _) => Task.FromResult(Attempt(name, () => Give(arguments, change))));
        return command;
    }

    private static Command Budget()
    {
        var command = new Command("budget", "Changes what a campaign may spend, also while it runs.") { Campaign, Simulations, CoreHours };
        command.SetAction((arguments, _) => Task.FromResult(Attempt("budget", () =>
        {
            var (simulations, hours) = (arguments.GetValue(Simulations), arguments.GetValue(CoreHours));
            if (simulations is null && hours is null) throw new ArgumentException("nothing is changed; give --simulations N, --core-hours HOURS or both.");
            Give(arguments, orders => orders with { Simulations = simulations ?? orders.Simulations, CoreHours = hours ?? orders.CoreHours });
        })));
        return command;
    }

    private static Command Watch()
    {
        var command = new Command("watch", "Says how a discovery campaign stands, until it ends; it may run in another process.") { Campaign };
        command.SetAction(async (arguments, cancellation) =>
        {
            try
            {
                return await WatchAsync(LedgerOf(arguments), cancellation);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Interrupted;
            }
            catch (Exception wrong) when (IsBadInput(wrong))
            {
                return InputFile.Say("campaign watch", wrong.Message);
            }
        });
        return command;
    }

    private static Command Example()
    {
        var command = new Command("example", "Writes a campaign's file to begin with, every key explained.") { To };
        command.SetAction((arguments, _) => Task.FromResult(Attempt("example", () =>
        {
            if (arguments.GetValue(To) is not { } path) ConsoleRouting.Outside.WriteLine(DefinitionReader.Example);
            else if (File.Exists(path)) throw new IOException($"{path} is there already; name another file.");
            else File.WriteAllText(path, DefinitionReader.Example + "\n");
        })));
        return command;
    }

    // What a worker on a node calls: a request on standard input, the answer on standard output.
    private static Command Work()
    {
        var command = new Command("work", "Encodes, trains or screens for a campaign.") { Hidden = true };
        command.SetAction(async (_, cancellation) =>
        {
            try
            {
                ConsoleRouting.Outside.WriteLine(WorkProgram.Answer(await Console.In.ReadToEndAsync(cancellation)));
                return ExitCode.Success;
            }
            catch (Exception wrong) when (IsBadInput(wrong) || wrong is InvalidOperationException)
            {
                return InputFile.Say("campaign work", wrong.Message);
            }
        });
        return command;
    }

    private static async Task<int> WatchAsync(string ledger, CancellationToken cancellation)
    {
        var lines = new MomentLines();
        for (var seen = 0; ; await Task.Delay(TimeSpan.FromSeconds(1), cancellation))
        {
            var report = CampaignReport.Read(ledger);
            foreach (var moment in report.Course.Skip(seen)) lines.Report(moment);
            seen = report.Course.Length;
            if (report.Ended.Length == 0) continue;
            CampaignLines.Line($"{report}");
            return ExitCode.Success;
        }
    }

    private static void Give(ParseResult arguments, Func<CampaignOrders, CampaignOrders> change)
    {
        var ledger = LedgerOf(arguments);
        CampaignReport.Read(ledger); // there must be a campaign that could listen
        change(CampaignOrders.Read(ledger)).Write(ledger);
    }

    private static string LedgerOf(ParseResult arguments)
    {
        var file = arguments.GetValue(Campaign)!;
        return Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" ? DefinitionReader.Read(file).LedgerFile : file;
    }

    private static int Attempt(string name, Action action)
    {
        try
        {
            action();
            return ExitCode.Success;
        }
        catch (Exception wrong) when (IsBadInput(wrong))
        {
            return InputFile.Say($"campaign {name}", wrong.Message);
        }
    }

    private static bool IsBadInput(Exception wrong) => wrong is IOException or UnauthorizedAccessException or InvalidDataException or DefinitionException or ArgumentException;
}
