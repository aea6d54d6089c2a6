using System.CommandLine;
using System.Globalization;
using MatNotebooks.Training.Search;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary><c>matnb tune</c>: searches the settings under which GEM-PPM learns a property best.</summary>
internal static class TuneCommand
{
    private static readonly TuningOptions Usual = new();
    private static readonly Option<string> Data = new("--data") { HelpName = "FILE|NAME", Required = true, Description = "A .jsonl(.gz) file, a folder of CIF files with id_prop.csv, or a data set (matnb data list)." };
    private static readonly Option<string> Target = new("--target") { HelpName = "KEY", Required = true, Description = "Key of the number to learn; crystals without it are left out." };
    private static readonly Option<int> Trials = new("--trials") { HelpName = "N", DefaultValueFactory = _ => Usual.Trials, Description = "How many choices of settings are tried." };
    private static readonly Option<int> Budget = new("--budget") { HelpName = "EPOCHS", DefaultValueFactory = _ => Usual.Budget, Description = "Passes over the training data of a whole trial; trials begin with a ninth, and the best third goes on." };
    private static readonly Option<string> Split = new("--split") { HelpName = "WORD", DefaultValueFactory = _ => PropertySplit.Words[0], Description = "How crystals are divided; those that judge in the end are not looked at." };
    private static readonly Option<int> Workers = new("--workers") { HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount, Description = "Trainings at the same time." };
    private static readonly Option<int> Seed = new("--seed") { HelpName = "N", DefaultValueFactory = _ => 0, Description = "Seed of the division and of everything random." };
    private static readonly Option<string> Out = new("--out") { HelpName = "FILE", DefaultValueFactory = _ => "trials.jsonl", Description = "Every finished training, one line each; the same command goes on from it." };

    public static Command Create()
    {
        Split.AcceptOnlyFromAmong([.. PropertySplit.Words]);
        var command = new Command("tune", "Searches learning rate, width, depth, dropout, batch size and cutoff of GEM-PPM for a property. May be stopped and started again.")
        {
            Data, Target, Trials, Budget, Split, Workers, Seed, ModelWork.Device, Out,
        };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("tune", "The same command goes on from the last whole training.", arguments, () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var (data, target, path) = (arguments.GetValue(Data)!, arguments.GetValue(Target)!, arguments.GetValue(Out)!);
        var options = new TuningOptions
        {
            Trials = arguments.GetValue(Trials), Budget = arguments.GetValue(Budget), Workers = arguments.GetValue(Workers), Seed = arguments.GetValue(Seed),
        };
        var records = LabelledData.Read(data, target);
        var ledger = new TrialLedger(path, $"{data} {target} {records.Count} crystals {arguments.GetValue(Split)} {options with { Trials = 1 }}");
        ModelWork.Say($"{records.Count} crystals; finished trainings are kept in {path}");
        var found = PropertyTuning.Run(records, target, options, arguments.GetValue(Split)!, ledger, new Lines(), cancellation);
        ModelWork.Say($"best of {found.Trials.Count}: trial {found.Best.Number}, validation error {Number(found.Best.Error)} after {found.Best.Budget} epochs");
        foreach (var (name, value) in found.Best.Settings) ModelWork.Say($"  {name,-14} {Number(value)}");
        ModelWork.Say($"train with them: matnb train --data {data} --target {target} --settings {path}");
        return ExitCode.Success;
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A line for every training.</summary>
    private sealed class Lines : IProgress<Trial>
    {
        public void Report(Trial value) => ModelWork.Say(
            $"trial {value.Number,3}, {value.Budget,4} epochs: validation error {Number(value.Error),-10} {string.Join(", ", value.Settings.Select(pair => $"{pair.Key} {Number(pair.Value)}"))}");
    }
}
