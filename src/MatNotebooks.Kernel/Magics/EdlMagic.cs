using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.Edl;
using MatNotebooks.Frameworks.Edl.Search;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!edl rows --target key</c>: how much of an embedding is left with how many bytes.</summary>
internal sealed class EdlMagic : IMagic
{
    private readonly Argument<string> dataArgument = new("data") { Description = "The variable with the records." };
    private readonly Option<string> targetOption = new("--target") { Required = true, Description = "Key of the number that probes are asked for." };
    private readonly Option<int[]> bytesOption = new("--bytes") { AllowMultipleArgumentsPerToken = true, Description = "Bytes per crystal, one or more levels. The default is 64, 32, 16, 8 and 4." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds the result." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!edl";

    public string Summary => "Compresses embeddings of crystals with every operator, and shows what each keeps: neighbours, a property's linear probe, its calibration.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(dataArgument);
        command.Add(targetOption);
        command.Add(bytesOption);
        command.Add(asOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (data, target, name) = (arguments.GetRequiredValue(dataArgument), arguments.GetRequiredValue(targetOption), arguments.GetValue(asOption));
        var options = arguments.GetValue(bytesOption) is { Length: > 0 } bytes ? new EdlOptions { Bytes = bytes } : new();
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(data, target, name ?? "edl", options));
            return;
        }
        var records = RecordsVariable.With(RecordsVariable.Find(context, Name, data), Name, data, target);
        var found = await Task.Run(() => Run(records, target, options, context.Cell.Cancellation), context.Cell.Cancellation).WaitAsync(context.Cell.Cancellation);
        if (name is not null) await context.DeclareAsync(name, typeof(EdlResult), found);
        context.Show(found.Rows.Select(row => row.ToString()).Prepend($"{found.Embedding}, {found.Whole} bytes: R² of {target} {found.ProbeR2[target]:f3}").ToArray());
    }

    private static EdlResult Run(IReadOnlyList<StructureRecord> records, string target, EdlOptions options, CancellationToken cancellation)
    {
        try
        {
            var formulas = records.ToDictionary(record => record.Id, record => record.Formula);
            var values = records.ToDictionary(record => record.Id, record => record.RequiredNumber(target));
            var table = SimilaritySearch.DefaultEmbedder.Of(records).WithoutDuplicates();
            return EdlStudy.Run(
                table, new Dictionary<string, double[]> { [target] = [.. table.Ids.Select(id => values[id])] }, [.. table.Ids.Select(id => formulas[id])], options, cancellation);
        }
        catch (Exception wrong) when (wrong is ArgumentException or BadRecordException)
        {
            throw new MagicException("#!edl: " + wrong.Message);
        }
    }

    private static string Twin(string data, string target, string name, EdlOptions options) =>
        $$"""
        var byId = {{data}}.Where(row => row.Number({{TwinCode.Literal(target)}}) is not null).ToDictionary(row => row.Id);
        var embeddings = SimilaritySearch.DefaultEmbedder.Of(byId.Values.ToArray()).WithoutDuplicates();
        var {{name}} = EdlStudy.Run(
            embeddings,
            new Dictionary<string, double[]> { [{{TwinCode.Literal(target)}}] = embeddings.Ids.Select(id => byId[id].RequiredNumber({{TwinCode.Literal(target)}})).ToArray() },
            embeddings.Ids.Select(id => byId[id].Formula).ToArray(),
            new EdlOptions { Bytes = [{{string.Join(", ", options.Bytes)}}] });
        foreach (var row in {{name}}.Rows) Console.WriteLine(row);
        """;
}
