using System.CommandLine;
using System.Globalization;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Gpaw;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!design --target "band_gap=2.0±0.2 eV" --elements Mg,Zn,S,Se --budget 20</c>: searches octet compounds for a target.</summary>
internal sealed class DesignMagic : IMagic
{
    private static readonly OctetSearchOptions Usual = new();

    private readonly Option<string> targetOption = new("--target") { Required = true, Description = "What is wanted: \"band_gap=2.0±0.2 eV\"; lattice_constant (Å), bulk_modulus (GPa), band_gap (eV), with commas between." };
    private readonly Option<string[]> elementsOption = new("--elements") { AllowMultipleArgumentsPerToken = true, Description = "Elements a design may have, such as Mg,Zn,S,Se. The default is all of the octet table." };
    private readonly Option<int> budgetOption = new("--budget") { DefaultValueFactory = _ => Usual.Search.Budget, Description = "Calls of the oracle, failed ones counted." };
    private readonly Option<int?> hitsOption = new("--hits") { Description = "Stops when so many are found. The default is to spend the budget." };
    private readonly Option<string> oracleOption = new("--oracle") { DefaultValueFactory = _ => "recorded", Description = "Who judges: recorded (the octet table) or gpaw (computes)." };
    private readonly Option<string> policyOption = new("--policy") { DefaultValueFactory = _ => Usual.Policy, Description = "What chooses." };
    private readonly Option<int?> seedOption = new("--seed") { Description = "Seed of the first choices. The default is that of #!seed, else 0." };
    private readonly Option<string?> outOption = new("--out") { Description = "Folder of the answers, from which a search that was stopped goes on. The default keeps none; --oracle gpaw needs one." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds what was found." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!design";

    public string Summary => "Searches octet compounds for a target, with filters, a model and a judge that is not the model.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        oracleOption.AcceptOnlyFromAmong("recorded", "gpaw");
        policyOption.AcceptOnlyFromAmong([.. OctetSearchOptions.Policies]);
        foreach (var option in new Option[] { targetOption, elementsOption, budgetOption, hitsOption, oracleOption, policyOption, seedOption, outOption, asOption, codeOption })
            command.Add(option);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (budget, hits) = (arguments.GetValue(budgetOption), arguments.GetValue(hitsOption));
        if (budget < 1) throw new MagicException($"#!design --budget is {budget}; it must be at least 1 call of the oracle, or nothing is asked and nothing found.");
        if (hits < 1) throw new MagicException($"#!design --hits is {hits}; it must be at least 1.");
        var (folder, computes, name) = (arguments.GetValue(outOption), arguments.GetValue(oracleOption) == "gpaw", arguments.GetValue(asOption));
        if (computes && folder is null) throw new MagicException("#!design --oracle gpaw needs a folder for what is computed: --out designs.");
        var options = new OctetSearchOptions
        {
            Elements = ElementList.Of(arguments.GetValue(elementsOption)), Search = new() { Budget = budget, Hits = hits ?? int.MaxValue },
            Policy = arguments.GetValue(policyOption)!, Seed = arguments.GetValue(seedOption) ?? Provenance.Seeds.Current ?? 0,
            Journal = folder is null ? null : Path.Combine(folder, "answers.jsonl"),
        };
        var target = arguments.GetRequiredValue(targetOption);
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(target, options, hits, computes ? folder : null, name ?? "found"));
            return;
        }
        var found = await SearchAsync(target, options, computes ? folder : null, context);
        if (name is not null) await context.DeclareAsync(name, typeof(OctetSearchResult), found);
        foreach (var picture in DesignFigures.All(found)) context.Show(picture);
    }

    private static async Task<OctetSearchResult> SearchAsync(string target, OctetSearchOptions options, string? folder, MagicContext context)
    {
        try
        {
            using var ledger = folder is null ? null : CampaignLedger.Open(Path.Combine(folder, "ledger.db"));
            var search = new OctetSearch(target, options, ledger is null ? null : new OctetCurveOracle(new GpawCalculator(), ledger));
            using var bar = new ProgressBar("designs");
            var most = (double)Math.Min(search.Budget, search.Pool.Length);
            var found = await Task.Run(() => search.RunAsync(
                bar.For<SearchCall>(call => call.Number / most, call => $"{call.Candidate.Id}{(call.IsHit ? ", as wanted" : "")}"), context.Cell.Cancellation));
            bar.Report(1);
            return found;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException or InvalidDataException or UnauthorizedAccessException or CalculationException)
        {
            throw new MagicException("#!design: " + wrong.Message);
        }
    }

    private static string Twin(string target, OctetSearchOptions options, int? hits, string? folder, string name)
    {
        List<string> set = [];
        if (options.Elements.Count > 0) set.Add($"Elements = [{string.Join(", ", options.Elements.Select(TwinCode.Literal))}]");
        var budget = options.Search.Budget.ToString(CultureInfo.InvariantCulture);
        set.Add($"Search = new() {{ Budget = {budget}{(hits is { } most ? string.Create(CultureInfo.InvariantCulture, $", Hits = {most}") : "")} }}");
        set.Add($"Policy = {TwinCode.Literal(options.Policy)}");
        set.Add(string.Create(CultureInfo.InvariantCulture, $"Seed = {options.Seed}"));
        if (options.Journal is { } journal) set.Add($"Journal = {TwinCode.Literal(journal)}");
        var (oracle, open, close) = folder is null ? ("", "", "") : (
            ", new OctetCurveOracle(new GpawCalculator(), ledger)", $"var ledger = CampaignLedger.Open({TwinCode.Literal(Path.Combine(folder, "ledger.db"))});\n", "\nledger.Dispose();");
        return $"""
            {open}var {name} = await new OctetSearch({TwinCode.Literal(target)}, new() {"{"} {string.Join(", ", set)} {"}"}{oracle}).RunAsync(cancellation: Interrupted);
            foreach (var picture in DesignFigures.All({name})) display(picture);{close}
            """;
    }
}
