using System.CommandLine;
using System.Globalization;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary>
/// <c>#!data list</c>, <c>#!data show NAME</c>, <c>#!data get NAME</c>, <c>#!data load NAME --as rows</c>, <c>#!data export NAME --to parquet</c>:
/// the data sets of the catalogue.
/// </summary>
internal sealed class DataMagic : IMagic
{
    private readonly Argument<string> whatArgument = new("what") { Description = "list, perhaps with a part of names, show NAME, get NAME, load NAME --as variable, or export NAME --to format." };
    private readonly Argument<string?> nameArgument = new("name") { Arity = ArgumentArity.ZeroOrOne, Description = "The data set." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that load makes: a list of records." };
    private readonly Option<int?> mostOption = new("--most") { Description = "Loads the first rows only, as many as this." };
    private readonly Option<bool> formulasOption = new("--formulas") { Description = "Loads every row with its formula and without its crystal." };
    private readonly Option<string?> queryOption = new("--query") { Description = "get: what to ask a web service for, in its own words. The default is all." };
    private readonly Option<string?> toOption = new("--to") { Description = "export: jsonl, extxyz, parquet or csv." };
    private readonly Option<string?> outputOption = new("--output", "-o") { Description = "export: the file. The default is NAME.FORMAT." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!data";

    public string Summary => "Lists, explains, fetches, loads and exports the data sets of the catalogue, with units, sources and licences.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        whatArgument.AcceptOnlyFromAmong("list", "show", "get", "load", "export");
        toOption.AcceptOnlyFromAmong(DatasetFile.Formats);
        nameArgument.CompletionSources.Add(_ => DatasetCatalogue.All.Select(entry => new System.CommandLine.Completions.CompletionItem(entry.Name, detail: entry.Title)));
        command.Add(whatArgument);
        command.Add(nameArgument);
        command.Add(asOption);
        command.Add(mostOption);
        command.Add(formulasOption);
        command.Add(queryOption);
        command.Add(toOption);
        command.Add(outputOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (what, name) = (arguments.GetRequiredValue(whatArgument), arguments.GetValue(nameArgument));
        var onlyCode = arguments.GetValue(codeOption);
        if (what == "list")
        {
            if (onlyCode)
                TwinCode.Show(context, "DatasetCatalogue.All");
            else
                context.Show(DatasetFacts.Matching(name).Select(Line));
            return;
        }
        var entry = Find(name ?? throw new MagicException($"#!data {what} needs the name of a data set; #!data list names them all."));
        await (what switch
        {
            "load" => LoadAsync(entry, arguments, context, onlyCode),
            "get" => DataTransfer.GetAsync(entry, arguments.GetValue(queryOption), context, onlyCode),
            "export" => DataTransfer.ExportAsync(entry, arguments.GetValue(toOption), arguments.GetValue(outputOption), context, onlyCode),
            _ => ExplainAsync(entry, context, onlyCode),
        });
    }

    private static DatasetEntry Find(string name)
    {
        try
        {
            return DatasetFacts.Find(name);
        }
        catch (KeyNotFoundException unknown)
        {
            throw new MagicException($"#!data: {unknown.Message}");
        }
    }

    private static Task ExplainAsync(DatasetEntry entry, MagicContext context, bool onlyCode)
    {
        if (onlyCode)
        {
            TwinCode.Show(context, $"DatasetCatalogue.Find(\"{entry.Name}\").Columns");
            return Task.CompletedTask;
        }
        context.Show(DatasetFacts.Of(entry).Select(fact => new Fact(fact.What, fact.Value)).ToArray());
        context.Show(entry.Columns.Select(column => new Column(column.Name, column.Unit, column.About, column.Count, column.Mean, column.Std)));
        return Task.CompletedTask;
    }

    private async Task LoadAsync(DatasetEntry entry, ParseResult arguments, MagicContext context, bool onlyCode)
    {
        var variable = arguments.GetValue(asOption) ?? throw new MagicException($"#!data load {entry.Name} needs a variable: --as rows");
        var formulas = arguments.GetValue(formulasOption) || entry.Kind == DatasetKind.Formulas;
        var most = arguments.GetValue(mostOption);
        if (most < 1)
            throw new MagicException($"#!data --most is {most}; it must be at least 1.");
        var record = formulas ? nameof(FormulaRecord) : entry.Kind == DatasetKind.Molecules ? nameof(MoleculeRecord) : nameof(StructureRecord);
        if (onlyCode)
        {
            var read = formulas ? "ReadFormulas()" : entry.Kind == DatasetKind.Molecules ? "Read().Cast<MoleculeRecord>()" : "ReadStructures()";
            var take = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $".Take({most})");
            TwinCode.Show(context, $"IReadOnlyList<{record}> {variable} = [.. DatasetCatalogue.Find(\"{entry.Name}\").{read}{take}];");
            return;
        }
        DataRecord[] rows;
        try
        {
            rows = await Task.Run(() => Read(entry, formulas, most ?? int.MaxValue, context.Cell.Cancellation));
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException or BadRecordException)
        {
            throw new MagicException($"#!data load {entry.Name}: {wrong.Message}");
        }
        await KeepAsync(context, variable, rows, record);
        context.Show($"{variable}: {rows.Length:N0} rows of {entry.Name}. {entry.Licence}; cite {entry.Cite}.");
    }

    private static DataRecord[] Read(DatasetEntry entry, bool formulas, int most, CancellationToken cancellation)
    {
        using var bar = new ProgressBar($"reading {entry.Name}");
        var expected = Math.Min(most, formulas ? entry.Rows : entry.Crystals ?? entry.Rows);
        var rows = new List<DataRecord>();
        foreach (var row in (formulas ? entry.ReadFormulas() : entry.Read()).Take(most))
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(row);
            if (rows.Count % 256 == 0)
                bar.Report((double)rows.Count / expected, $"{rows.Count:N0} rows");
        }
        bar.Report(1, $"{rows.Count:N0} rows");
        return [.. rows];
    }

    private static Task KeepAsync(MagicContext context, string variable, DataRecord[] rows, string record) => record switch
    {
        nameof(FormulaRecord) => context.DeclareAsync(variable, typeof(IReadOnlyList<FormulaRecord>), Array.ConvertAll(rows, row => (FormulaRecord)row)),
        nameof(MoleculeRecord) => context.DeclareAsync(variable, typeof(IReadOnlyList<MoleculeRecord>), Array.ConvertAll(rows, row => (MoleculeRecord)row)),
        _ => context.DeclareAsync(variable, typeof(IReadOnlyList<StructureRecord>), Array.ConvertAll(rows, row => (StructureRecord)row)),
    };

    private static ListLine Line(DatasetEntry entry) =>
        new(entry.Name, entry.Kind.ToString().ToLowerInvariant(), DatasetFacts.Rows(entry), DatasetFacts.Target(entry), DatasetFacts.Place(entry), entry.Title);

    private sealed record ListLine(string Name, string Kind, string Rows, string Target, string Size, string Title);

    private sealed record Fact(string What, string Value);

    private sealed record Column(string Name, string Unit, string About, int? Count, double? Mean, double? Std);
}
