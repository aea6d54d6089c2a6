using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Provenance;
using MatNotebooks.Training;
using MatNotebooks.Training.Search;
using MatNotebooks.Training.Studies;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary><c>matnb train</c>: learns a property and keeps the model, with intervals and its provenance, in one file.</summary>
internal static class TrainCommand
{
    private const string ClassUnit = "0/1"; // the catalogue's word for a class in numbers
    private static readonly string[] Kinds = ["auto", "number", "class"];
    private static readonly Option<string> Data = new("--data") { HelpName = "FILE|NAME", Required = true, Description = "A .jsonl(.gz) file, a folder of CIF files with id_prop.csv, or a data set (matnb data list)." };
    private static readonly Option<string> Target = new("--target") { HelpName = "KEY", Required = true, Description = "Key of the number or class to learn; crystals without it are left out." };
    private static readonly Option<string> Kind = new("--as") { HelpName = "WORD", DefaultValueFactory = _ => Kinds[0], Description = "Whether the target is a number or a class. What is told apart by itself: words, true and false, and the numbers 0 and 1 alone are classes." };
    private static readonly Option<string?> Unit = new("--unit") { HelpName = "UNIT", Description = "Its unit. The default is what the catalogue, or the key's ending, says." };
    private static readonly Option<string> Model = new("--model") { HelpName = "NAME", DefaultValueFactory = _ => "gem-ppm", Description = "What learns." };
    private static readonly Option<string?> Settings = new("--settings") { HelpName = "FILE", Description = "What matnb tune wrote: gem-ppm is trained with the best settings of it." };
    private static readonly Option<int> Epochs = new("--epochs") { HelpName = "N", DefaultValueFactory = _ => 100, Description = "Passes over the training data." };
    private static readonly Option<int> Members = new("--members") { HelpName = "N", DefaultValueFactory = _ => 1, Description = "Networks trained from different seeds; from two on, intervals follow where they disagree." };
    private static readonly Option<UncertaintySource> Uncertainty = new("--uncertainty") { HelpName = "ensemble|dropout|evidential", DefaultValueFactory = _ => UncertaintySource.Ensemble, Description = "Where standard deviations come from: several networks (--members), values dropped at random, or an evidential head." };
    private static readonly Option<string> Split = new("--split") { HelpName = "WORD", DefaultValueFactory = _ => PropertySplit.Words[0], Description = "What judges: formulas left out as a whole, any rows, or as the data set prescribes." };
    private static readonly Option<double> Coverage = new("--coverage") { HelpName = "SHARE", DefaultValueFactory = _ => 0.9, Description = "Share of crystals that must fall within their interval." };
    private static readonly Option<int> Seed = new("--seed") { HelpName = "N", DefaultValueFactory = _ => 0, Description = "Seed of the division and of everything random." };
    private static readonly Option<int> Processes = new("--processes") { HelpName = "N", DefaultValueFactory = _ => 1, Description = "Processes of this machine that train together, each on its share of every step." };
    private static readonly Option<string> Out = new("--out") { HelpName = "FILE", DefaultValueFactory = _ => "model.matnb", Description = "The model file." };

    public static Command Create()
    {
        Model.AcceptOnlyFromAmong([.. PropertyStudy.Learners]);
        Split.AcceptOnlyFromAmong([.. PropertySplit.Words]);
        Kind.AcceptOnlyFromAmong(Kinds);
        var command = new Command("train", "Learns a property of crystals and keeps the model in a file. May be stopped and started again.")
        {
            Data, Target, Kind, Unit, Model, Settings, Epochs, Members, Uncertainty, Split, Coverage, Seed, Processes, ModelWork.Device, Out,
        };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("train", "The same command goes on from the last whole epoch.", arguments, () => TrainingProcesses.Run(arguments.GetValue(Processes), arguments, cancellation, () => Run(arguments, cancellation))), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var (data, target, path) = (arguments.GetValue(Data)!, arguments.GetValue(Target)!, arguments.GetValue(Out)!);
        var unit = arguments.GetValue(Unit) ?? ColumnUnit.Of(target);
        var records = LabelledData.Read(data, target);
        var label = new ClassLabel(target);
        var ofClass = arguments.GetValue(Kind) == "class" || (arguments.GetValue(Kind) == "auto" && unit is null or ClassUnit && label.Fits(records));
        if (!ofClass && unit is null) throw new InvalidDataException($"the unit of '{target}' is not known; say it with --unit, or --as class where it names classes.");
        var recipe = Recipe(arguments);
        recipe = recipe with { Checkpoints = $"{path}.training-{Fingerprint(records, target, recipe)}" };
        ModelWork.Say($"{records.Count} crystals; what is learned so far is kept in {recipe.Checkpoints}");
        var provenance = RunRecord.Take(Parameters(arguments)).ToJson();
        if (ofClass)
        {
            using var classifier = TrainingBar.During(progress => CalibratedClassifier.Learn(records, label, recipe, progress, cancellation));
            if (Peers.Rank > 0) return ExitCode.Success; // the first of the processes writes
            ClassifierFile.Write(path, classifier, provenance);
            var facts = classifier.Facts;
            Report(facts.Trained, facts.Calibrated, $"sets of possible classes ({string.Join(", ", facts.Classes)})", recipe, facts.Judged?.ToString());
        }
        else
        {
            using var model = TrainingBar.During(progress => CalibratedModel.Learn(records, target, unit!, recipe, progress, cancellation));
            if (Peers.Rank > 0) return ExitCode.Success;
            ModelFile.Write(path, model, provenance);
            Report(model.Facts.Trained, model.Facts.Calibrated, "intervals", recipe, model.Facts.Judged?.ToString(unit!));
        }
        Directory.Delete(recipe.Checkpoints, recursive: true);
        ModelWork.Say($"written to {path}");
        return ExitCode.Success;
    }

    private static void Report(int trained, int calibrated, string what, CalibratedRecipe recipe, string? judged)
    {
        ModelWork.Say($"{trained} crystals trained, {calibrated} calibrated {what} of {recipe.Coverage.ToString("P0", CultureInfo.InvariantCulture)} coverage");
        if (judged is not null) ModelWork.Say("crystals it never saw: " + judged);
    }

    private static CalibratedRecipe Recipe(ParseResult arguments) => new()
    {
        Learner = arguments.GetValue(Model)!,
        Settings = arguments.GetValue(Settings) is { } file ? TunedSettings.Read(file) : null,
        Epochs = arguments.GetValue(Epochs),
        Members = arguments.GetValue(Members),
        Source = arguments.GetValue(Uncertainty),
        Split = arguments.GetValue(Split)!,
        Seed = arguments.GetValue(Seed),
        Coverage = arguments.GetValue(Coverage),
    };

    private static Dictionary<string, string> Parameters(ParseResult arguments) => new Option[] { Data, Target, Kind, Unit, Model, Settings, Epochs, Members, Uncertainty, Split, Coverage, Seed }
        .ToDictionary(option => option.Name.TrimStart('-'), option => Convert.ToString(arguments.GetResult(option)?.GetValueOrDefault<object?>(), CultureInfo.InvariantCulture) ?? "");

    // Another training must not go on from this one's checkpoint.
    private static string Fingerprint(IReadOnlyList<StructureRecord> records, string target, CalibratedRecipe recipe)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in records)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{record.Id} {record.Text(target)} {record.Crystal.Sites.Length} {record.Crystal.Lattice.Volume:R}\n")));
        hash.AppendData(Encoding.UTF8.GetBytes($"{target} {recipe}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
