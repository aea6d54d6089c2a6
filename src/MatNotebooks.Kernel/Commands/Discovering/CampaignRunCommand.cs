using System.CommandLine;
using System.Text.Json;
using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation;

namespace MatNotebooks.Kernel.Commands.Discovering;

/// <summary><c>matnb campaign run</c>: runs the campaign of a file, or goes on with it.</summary>
internal static class CampaignRunCommand
{
    private static readonly Argument<string> Definition = new("definition") { HelpName = "SPEC.yaml", Description = "The campaign's file; matnb campaign example writes one." };

    private static readonly Option<string?> Ledger = new("--ledger") { HelpName = "FILE", Description = "Where results are kept. The default is what the file says, else out/arem/NAME.db." };

    private static readonly Option<string?> Page = new("--page") { HelpName = "FILE.html", Description = "Writes the pictures of the campaign when it ends." };

    public static Command Create()
    {
        var command = new Command("run", "Runs a discovery campaign: encodes, trains, screens and simulates, its cores divided by a policy. May be stopped and started again.") { Definition, Ledger, Page };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var path = arguments.GetValue(Definition)!;
        try
        {
            var definition = DefinitionReader.Read(path);
            if (arguments.GetValue(Ledger) is { } ledger) definition = definition with { Ledger = ledger };
            var campaign = new DiscoveryCampaign(definition) { Program = KernelProgram.Worker, Command = JsonSerializer.Serialize(new[] { "campaign", "run", Path.GetFullPath(path) }) };
            CampaignLines.Line($"{campaign.Description}; ledger {definition.LedgerFile}");
            var report = await campaign.RunAsync(new MomentLines(), cancellation);
            CampaignLines.Line($"{report}");
            if (arguments.GetValue(Page) is { } page) CampaignPage.Write(page, report);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return Say("stopped. What is done stays done; the same command goes on from there.", ExitCode.Interrupted);
        }
        catch (Exception error) when (error is CalculationException or ClusterException)
        {
            return Say(error.Message, ExitCode.Failed);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or DefinitionException or ArgumentException)
        {
            return Say(error.Message, ExitCode.BadInput);
        }
    }

    private static int Say(string message, int code)
    {
        ConsoleRouting.OutsideError.WriteLine("matnb campaign run: " + message);
        return code;
    }
}
