using System.CommandLine;
using MatNotebooks.Frameworks.Arem.Running.Work;

namespace MatNotebooks.Bench.Arem;

/// <summary>What a worker of a real campaign calls on its node: a request on standard input, the answer on standard output.</summary>
internal static class CampaignWorker
{
    public const string Name = "campaign-work";

    public static Command Create()
    {
        var command = new Command(Name, "Encodes, trains or screens for a campaign.") { Hidden = true };
        command.SetAction(async (_, cancellation) => Console.WriteLine(WorkProgram.Answer(await Console.In.ReadToEndAsync(cancellation))));
        return command;
    }
}
