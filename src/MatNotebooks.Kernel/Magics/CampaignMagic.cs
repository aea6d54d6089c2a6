using System.CommandLine;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!campaign FILE --follow</c>: how a campaign stands, also one that runs in another process.</summary>
internal sealed class CampaignMagic : IMagic
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly Argument<string> fileArgument = new("file") { HelpName = "FILE", Description = "The ledger's file." };
    private readonly Option<bool> followOption = new("--follow") { Description = "Keeps the table up to date until nothing is left to do, or the cell is interrupted." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!campaign";

    public string Summary => "Shows how a campaign stands by its ledger: tasks by state, rate, time left, cost, last failures.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(fileArgument);
        command.Add(followOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (file, follow) = (arguments.GetRequiredValue(fileArgument), arguments.GetValue(followOption));
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(file, follow));
            return;
        }
        try
        {
            using var ledger = CampaignLedger.Read(file);
            if (follow) await FollowAsync(ledger, context.Cell.Cancellation);
            else context.Show(CampaignTable.Of(ledger));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new MagicException("#!campaign: " + error.Message);
        }
    }

    private static async Task FollowAsync(CampaignLedger ledger, CancellationToken cancellation)
    {
        using var live = new LiveCampaignTable(ledger);
        while (ledger.Status() is { } status && status.Planned + status.Running > 0) await Task.Delay(Pause, cancellation);
    }

    private static string Twin(string file, bool follow) => follow
        ? $"""
            using (var ledger = CampaignLedger.Read({TwinCode.Literal(file)}))
            using (var live = new LiveCampaignTable(ledger))
                while (ledger.Status() is var status && status.Planned + status.Running > 0) await Task.Delay(500, live.Token);
            """
        : $"using (var ledger = CampaignLedger.Read({TwinCode.Literal(file)})) display(CampaignTable.Of(ledger));";
}
