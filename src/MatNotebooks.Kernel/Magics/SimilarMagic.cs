using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Frameworks.Edl.Search;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!similar crystal --in rows --k 20</c>: the crystals most like one.</summary>
internal sealed class SimilarMagic : IMagic
{
    private readonly Argument<string> whatArgument = new("crystal") { Description = "A file (.cif, .vasp, .xyz, POSCAR), or a variable: a crystal, a record, or an item of a list of them such as rows[3]." };
    private readonly Option<string> inOption = new("--in") { Description = "Where it looks: a variable with records, or a data set of the catalogue. The default is octet, which ships.", DefaultValueFactory = _ => "octet" };
    private readonly Option<int> countOption = new("--k") { Description = "How many. The default is 20.", DefaultValueFactory = _ => 20 };
    private readonly Option<int> bytesOption = new("--bytes") { Description = "Bytes of a code. The default is 16.", DefaultValueFactory = _ => 16 };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds what was found." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!similar";

    public string Summary => "Finds the crystals of a data set that are most like one, by codes of a few bytes.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(whatArgument);
        command.Add(inOption);
        command.Add(countOption);
        command.Add(bytesOption);
        command.Add(asOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (place, count, bytes) = (arguments.GetRequiredValue(inOption), arguments.GetRequiredValue(countOption), arguments.GetRequiredValue(bytesOption));
        var (crystal, code) = CrystalVariable.Find(Name, arguments.GetRequiredValue(whatArgument), context);
        var isVariable = context.Variables.Any(variable => variable.Name == place);
        if (arguments.GetValue(codeOption))
        {
            var records = isVariable ? place : $"DatasetCatalogue.Find({TwinCode.Literal(place)}).ReadStructures().ToArray()";
            TwinCode.Show(context, $"var {arguments.GetValue(asOption) ?? "similar"} = SimilaritySearch.Of({records}, bytes: {bytes}).Find({code}, {count});\n{arguments.GetValue(asOption) ?? "similar"}");
            return;
        }
        var set = isVariable ? RecordsVariable.Find(context, Name, place) : null;
        var found = await Task.Run(() => Find(set, place, bytes, crystal, count), context.Cell.Cancellation).WaitAsync(context.Cell.Cancellation);
        if (arguments.GetValue(asOption) is { } name) await context.DeclareAsync(name, typeof(IReadOnlyList<SimilarCrystal>), found);
        context.Show(found);
    }

    private static IReadOnlyList<SimilarCrystal> Find(IReadOnlyList<StructureRecord>? set, string place, int bytes, MatNotebooks.Crystals.Crystal crystal, int count)
    {
        try
        {
            return SimilaritySearch.Of(set ?? [.. DatasetCatalogue.Find(place).ReadStructures()], bytes: bytes).Find(crystal, count);
        }
        catch (Exception wrong) when (wrong is ArgumentException or BadRecordException or IOException or InvalidDataException or InvalidOperationException or KeyNotFoundException)
        {
            throw new MagicException("#!similar: " + wrong.Message);
        }
    }
}
