using System.CommandLine;
using System.Globalization;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Kernel.Commands.Learning;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Gpaw;

namespace MatNotebooks.Kernel.Commands.Designing;

/// <summary><c>matnb design</c>: searches octet compounds for a target, judged by recorded calculations or by GPAW.</summary>
internal static class DesignCommand
{
    private static readonly OctetSearchOptions Usual = new();

    private static readonly Option<string> Target = new("--target")
    {
        HelpName = "TEXT", Required = true, Description = "What is wanted: \"band_gap=2.0±0.2 eV\", with further demands after commas; lattice_constant (Å), bulk_modulus (GPa), band_gap (eV).",
    };

    private static readonly Option<string[]> Elements = new("--elements")
    {
        HelpName = "SYMBOLS", AllowMultipleArgumentsPerToken = true, Description = "Elements a design may have, such as Mg,Zn,O,S,Se. The default is all of the octet table.",
    };

    private static readonly Option<int> Budget = new("--budget") { HelpName = "N", DefaultValueFactory = _ => Usual.Search.Budget, Description = "Calls of the oracle, failed ones counted." };
    private static readonly Option<int?> Hits = new("--hits") { HelpName = "N", Description = "Stops when so many are found. The default is to spend the budget." };
    private static readonly Option<string> Oracle = new("--oracle") { HelpName = "WORD", DefaultValueFactory = _ => "recorded", Description = "Who judges: recorded (the octet table) or gpaw (computes; a few minutes a candidate)." };
    private static readonly Option<string> Policy = new("--policy") { HelpName = "WORD", DefaultValueFactory = _ => Usual.Policy, Description = "What chooses." };
    private static readonly Option<int> Seed = new("--seed") { HelpName = "N", Description = "Seed of the first choices. The default is 0." };

    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "FOLDER", DefaultValueFactory = _ => Path.Combine("out", "design"), Description = "Answers so far, designs.csv and design.html; the same command goes on from there.",
    };

    private static readonly Option<string> Python = new("--python") { HelpName = "PATH", DefaultValueFactory = _ => new GpawOptions().Python, Description = "The Python that has GPAW." };

    public static Command Create()
    {
        Oracle.AcceptOnlyFromAmong("recorded", "gpaw");
        Policy.AcceptOnlyFromAmong([.. OctetSearchOptions.Policies]);
        var command = new Command("design", "Searches octet compounds for a target, with filters, a model and a judge that is not the model. May be stopped and started again.")
        {
            Target, Elements, Budget, Hits, Oracle, Policy, Seed, ModelWork.Device, Out, Python,
        };
        command.SetAction((arguments, cancellation) => Task.Run(
            () => ModelWork.Attempt("design", "The same command goes on from the last answer.", arguments, () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var folder = arguments.GetValue(Out)!;
        using var ledger = arguments.GetValue(Oracle) == "gpaw" ? CampaignLedger.Open(Path.Combine(folder, "ledger.db")) : null;
        IOracle? oracle = ledger is null ? null : new OctetCurveOracle(new GpawCalculator(new() { Python = arguments.GetValue(Python)! }), ledger);
        var search = new OctetSearch(arguments.GetValue(Target)!, OptionsOf(arguments, folder), oracle);
        ModelWork.Say($"wanted: {search.Target}; {search.Candidates.Length} candidates, {search.Pool.Length} pass the filters; judged by {search.Judge}");
        if (search.Resumed > 0) ModelWork.Say($"{search.Resumed} answers are known from {folder}");
        var found = Searched(search, cancellation);
        ModelWork.Say(found.ToString());
        DesignFiles.Write(folder, found, Magic(arguments));
        ModelWork.Say($"written to {Path.Combine(folder, DesignFiles.Table)} and {Path.Combine(folder, DesignFiles.Page)}");
        return found.Hits.IsEmpty ? ExitCode.Failed : ExitCode.Success;
    }

    private static OctetSearchOptions OptionsOf(ParseResult arguments, string folder)
    {
        var (budget, hits) = (arguments.GetValue(Budget), arguments.GetValue(Hits));
        if (budget < 1) throw new InvalidDataException($"--budget is {budget}; it must be at least 1 call of the oracle, or nothing is asked and nothing found.");
        if (hits < 1) throw new InvalidDataException($"--hits is {hits}; it must be at least 1.");
        return new()
        {
            Elements = ElementList.Of(arguments.GetValue(Elements)),
            Search = new() { Budget = budget, Hits = hits ?? int.MaxValue },
            Policy = arguments.GetValue(Policy)!, Seed = arguments.GetValue(Seed), Journal = Path.Combine(folder, "answers.jsonl"),
        };
    }

    private static string Magic(ParseResult arguments)
    {
        var elements = ElementList.Of(arguments.GetValue(Elements));
        var line = $"#!design --target \"{arguments.GetValue(Target)}\"{(elements.Length == 0 ? "" : $" --elements {string.Join(',', elements)}")} --budget {arguments.GetValue(Budget)}";
        if (arguments.GetValue(Hits) is { } hits) line += $" --hits {hits}";
        if (arguments.GetValue(Oracle) == "gpaw") line += $" --oracle gpaw --out {arguments.GetValue(Out)}";
        return $"{line} --policy {arguments.GetValue(Policy)} --seed {arguments.GetValue(Seed)}";
    }

    private static OctetSearchResult Searched(OctetSearch search, CancellationToken cancellation)
    {
        try
        {
            return search.RunAsync(new Lines(search), cancellation).GetAwaiter().GetResult();
        }
        catch (CalculationException failed)
        {
            throw new InvalidOperationException(failed.Message, failed);
        }
    }

    /// <summary>A line for every call.</summary>
    private sealed class Lines(OctetSearch search) : IProgress<SearchCall>
    {
        public void Report(SearchCall value)
        {
            var said = value.Failure is { } failure
                ? $"failed: {failure.Message}"
                : $"{string.Join(", ", search.Target.Windows.Select(window => $"{window.Property.Name} {value.Values[window.Property.Name].ToString("G4", CultureInfo.InvariantCulture)} {window.Property.Unit}"))}{(value.IsHit ? "   as wanted" : "")}";
            ModelWork.Say($"{value.Number,4} of {Math.Min(search.Budget, search.Pool.Length),-4} {value.Candidate.Id,-18} {said}");
        }
    }
}
