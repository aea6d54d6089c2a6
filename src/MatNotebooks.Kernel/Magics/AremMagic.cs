using System.CommandLine;
using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Simulation;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!arem SPEC.yaml</c>: runs a discovery campaign with its live table, or follows one that runs elsewhere.</summary>
internal sealed class AremMagic : IMagic
{
    private readonly Argument<string?> fileArgument = new("file") { HelpName = "SPEC.yaml", Arity = ArgumentArity.ZeroOrOne, Description = "The campaign's file; none where the cell below is the campaign." };
    private readonly Option<string?> ledgerOption = new("--ledger") { Description = "Where results are kept. The default is what the campaign says, else out/arem/NAME.db." };
    private readonly Option<string?> policyOption = new("--policy") { Description = "Who divides the cores, in the place of what the campaign says." };
    private readonly Option<bool> watchOption = new("--watch") { Description = "Follows the campaign, which runs in another process, and starts nothing." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds how it went." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!arem";

    public string Summary => "Runs a discovery campaign, its cores divided by AREM or another policy: encodes, trains, screens, simulates.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
        fileArgument.CompletionSources.Add(_ => Directory.EnumerateFiles(".", "*.yaml").Order(StringComparer.Ordinal).Select(file => new System.CommandLine.Completions.CompletionItem(Path.GetFileName(file))));
        policyOption.AcceptOnlyFromAmong([.. PolicyChoice.Names]);
        command.Add(fileArgument);
        foreach (var option in new Option[] { ledgerOption, policyOption, watchOption, asOption, codeOption }) command.Add(option);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var file = arguments.GetValue(fileArgument);
        if (file is null && string.IsNullOrWhiteSpace(body)) throw new MagicException("#!arem: there is no campaign; name its file, or write it below the magic. `matnb campaign example` writes one.");
        if (file is not null && !string.IsNullOrWhiteSpace(body)) throw new MagicException($"#!arem: there are two campaigns, {file} and the one below the magic; give one of them.");
        try
        {
            var definition = file is null ? DefinitionReader.Parse(body, "#!arem") : DefinitionReader.Read(file);
            if (arguments.GetValue(ledgerOption) is { } ledger) definition = definition with { Ledger = ledger };
            if (arguments.GetValue(policyOption) is { } policy) definition = definition with { Policy = definition.Policy with { Name = policy } };
            var name = arguments.GetValue(asOption);
            if (arguments.GetValue(codeOption))
            {
                TwinCode.Show(context, Twin(arguments, file, body, name ?? "campaign"));
                return;
            }
            var report = arguments.GetValue(watchOption) ? await LiveDiscovery.WatchAsync(definition.LedgerFile) : await new DiscoveryCampaign(definition) { Program = KernelProgram.Worker }.RunLiveAsync();
            if (name is not null) await context.DeclareAsync(name, typeof(CampaignReport), report);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException or CalculationException or ClusterException)
        {
            throw new MagicException("#!arem: " + wrong.Message);
        }
    }

    private string Twin(ParseResult arguments, string? file, string body, string name)
    {
        var read = file is null ? $"DefinitionReader.Parse({TwinCode.Literal(body)})" : $"DefinitionReader.Read({TwinCode.Literal(file)})";
        List<string> changes = [];
        if (arguments.GetValue(ledgerOption) is { } ledger) changes.Add($"Ledger = {TwinCode.Literal(ledger)}");
        if (arguments.GetValue(policyOption) is { } policy) changes.Add($"Policy = new() {{ Name = {TwinCode.Literal(policy)} }}");
        var definition = $"var definition = {read}{(changes.Count == 0 ? "" : $" with {{ {string.Join(", ", changes)} }}")};";
        return arguments.GetValue(watchOption) ? $"{definition}\nvar {name} = await LiveDiscovery.WatchAsync(definition.LedgerFile);"
            : $"{definition}\nvar {name} = await new DiscoveryCampaign(definition).RunLiveAsync();";
    }
}
