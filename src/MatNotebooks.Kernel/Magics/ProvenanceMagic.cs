using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Provenance;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!provenance</c>: what the results of this notebook came from.</summary>
internal sealed class ProvenanceMagic : IMagic
{
    private readonly Option<string[]> variablesOption = new("--variables")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "Variables to take down as parameters, beside those of the parameters cell.",
    };

    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!provenance";

    public string Summary =>
        "Takes down commit, versions, hashes of the data read, parameters, seed, hardware and wall time; `matnb run` puts it in the notebook's metadata too.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(variablesOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var notes = context.Session.Notes;
        var variables = context.Variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        var parameters = new SortedDictionary<string, string>(notes.Parameters.ToDictionary(), StringComparer.Ordinal);
        foreach (var name in arguments.GetValue(variablesOption) ?? [])
        {
            parameters[name] = variables.TryGetValue(name, out var value)
                ? ShortValue.Words(value)
                : throw new MagicException($"#!provenance: there is no variable '{name}'.{NearestName.Hint(name, variables.Keys)}");
        }
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(parameters));
            return;
        }
        var record = await Task.Run(() => RunRecord.Take(parameters, notes.Elapsed), context.Cell.Cancellation);
        notes.Record = record;
        context.Show(ValueFormatter.ToBundle(record.Facts).With("application/json", record.ToJson()));
    }

    private static string Twin(IReadOnlyDictionary<string, string> parameters) => parameters.Count == 0
        ? "var provenance = RunRecord.Take();\nprovenance.Facts"
        : $"var provenance = RunRecord.Take(new Dictionary<string, string>\n{{\n{string.Concat(parameters.Select(one => $"    [{TwinCode.Literal(one.Key)}] = {TwinCode.Literal(one.Value)},\n"))}}});\nprovenance.Facts";
}
