using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary><c>matnb predict</c>: what a model says of crystals, with intervals.</summary>
internal static class PredictCommand
{
    /// <summary>Crystals at a time: however many there are, few are in memory.</summary>
    private const int Chunk = 512;

    private static readonly Option<string> Model = new("--model") { HelpName = "FILE", Required = true, Description = "The model file, as matnb train makes one." };

    private static readonly Option<string[]> In = new("--in")
    {
        HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Structure files (CIF, POSCAR, XYZ), folders of them, .jsonl(.gz) sets, .csv tables with a column cif.",
    };

    private static readonly Option<string?> Out = new("--out") { HelpName = "FILE", Description = "A .csv file: id, formula, prediction, unit, lower, upper, inside_domain, why_outside, actual; of a classifier id, formula, class, p_CLASS of each, possible, inside_domain, why_outside, actual. The default is the screen." };

    public static Command Create()
    {
        var command = new Command("predict", "Predicts crystals with a model of matnb train: a number and an interval, or a class and its probability, and whether the model knows such crystals.") { Model, In, ModelWork.Device, Out };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("predict", "No table was written; the same command begins again.", arguments, () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var (path, bad, done) = (arguments.GetValue(Out), 0, 0);
        var part = path + ".part";
        var answers = Answers.Of(arguments.GetValue(Model)!);
        using (answers)
        {
            using var table = answers.Begin(path is null ? ConsoleRouting.Outside : new StreamWriter(part));
            foreach (var chunk in new StructureInput(Bad).Read(arguments.GetValue(In)!).Chunk(Chunk))
            {
                cancellation.ThrowIfCancellationRequested();
                answers.Predict(chunk);
                done += chunk.Length;
                if (path is not null && done % (20 * Chunk) == 0) ModelWork.Say($"{done} crystals");
            }
        }
        if (path is not null)
        {
            File.Move(part, path, overwrite: true);
            ModelWork.Say($"{done} crystals predicted: {answers.What}, written to {path}");
        }
        if (bad > 0) ConsoleRouting.OutsideError.WriteLine($"matnb predict: {bad} could not be read and were left out.");
        return bad > 0 || done == 0 ? ExitCode.Failed : ExitCode.Success;

        void Bad(string message)
        {
            bad++;
            ConsoleRouting.OutsideError.WriteLine($"matnb predict: {message}");
        }
    }
}
