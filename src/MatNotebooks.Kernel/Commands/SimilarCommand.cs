using System.CommandLine;
using System.Globalization;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Search;
using MatNotebooks.Kernel.Commands.Learning;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb similar</c>: the crystals of a data set that are most like one.</summary>
internal static class SimilarCommand
{
    private static readonly Argument<string> File = new("file") { HelpName = "FILE", Description = "The crystal: CIF, POSCAR or XYZ." };
    private static readonly Option<int> Count = new("--k") { HelpName = "N", Description = "How many. The default is 20.", DefaultValueFactory = _ => 20 };

    private static readonly Option<string> In = new("--in")
    {
        HelpName = "DATASET", Description = "Where it looks: a data set of the catalogue (matnb data list), a .jsonl(.gz) set, or a folder of structure files. The default is octet, which ships.", DefaultValueFactory = _ => "octet",
    };

    private static readonly Option<int> Bytes = new("--bytes") { HelpName = "N", Description = "Bytes of a code, at least 2. The default is 16.", DefaultValueFactory = _ => 16 };
    private static readonly Option<string?> Model = new("--model") { HelpName = "FILE", Description = "A model of matnb train (gem-ppm, cgcnn or schnet) whose embedding says what is alike. The default is elements and geometry, without a network." };

    public static Command Create()
    {
        var command = new Command("similar", "Finds the crystals of a data set that are most like one, by codes of a few bytes.") { File, Count, In, Bytes, Model, ModelWork.Device };
        command.SetAction((arguments, _) => Task.Run(() => ModelWork.Attempt("similar", "Nothing is left of it.", arguments, () => Run(arguments)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        var crystal = StructureFile.Read(arguments.GetValue(File)!);
        var records = Records(arguments.GetValue(In)!);
        using var model = arguments.GetValue(Model) is { } path ? ModelFile.Read(path) : null;
        var search = SimilaritySearch.Of(records, model is null ? null : Embedder(model), arguments.GetValue(Bytes));
        var found = search.Find(crystal, arguments.GetValue(Count));
        ModelWork.Say($"{found.Count} of {search.Count} crystals most like {crystal.Composition.ReducedFormula}, by codes of {search.BytesPerCrystal} bytes; distances are of whole embeddings, no unit");
        var (ids, formulas) = (found.Max(one => one.Id.Length), found.Max(one => one.Formula.Length));
        foreach (var (place, one) in found.Index())
            ModelWork.Say(string.Create(CultureInfo.InvariantCulture, $"{place + 1,4}  {one.Id.PadRight(ids)}  {one.Formula.PadRight(formulas)}  {one.Distance:f3}"));
        return ExitCode.Success;
    }

    private static StructureRecord[] Records(string place)
    {
        if (Path.Exists(place)) return [.. new StructureInput(message => throw new InvalidDataException(message)).Read([place])];
        try
        {
            return [.. DatasetCatalogue.Find(place).ReadStructures()];
        }
        catch (KeyNotFoundException unknown)
        {
            throw new ArgumentException(unknown.Message, unknown);
        }
    }

    private static NetworkEmbedder Embedder(CalibratedModel model) => model.Members[0] is TrainedModel trained
        ? new(model.Facts.Learner, trained, PropertyStudy.Neighbors)
        : throw new ArgumentException($"The model is of {model.Facts.Learner}, which has no embedding; train gem-ppm, cgcnn or schnet.");
}
