using System.CommandLine;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary><c>matnb evaluate</c>: a model against known values.</summary>
internal static class EvaluateCommand
{
    private const int Chunk = 512;

    private static readonly Option<string> Model = new("--model") { HelpName = "FILE", Required = true, Description = "The model file, as matnb train makes one." };
    private static readonly Option<string> Data = new("--data") { HelpName = "FILE|NAME", Required = true, Description = "Crystals with the model's target, other than those it was trained on: a .jsonl(.gz) file, a folder of CIF files with id_prop.csv, or a data set." };
    private static readonly Option<string?> Out = new("--out") { HelpName = "FILE", Description = "Also writes every prediction to a .csv file." };

    public static Command Create()
    {
        var command = new Command("evaluate", "Compares a model with known values: error with interval, or accuracy, and whether its intervals or sets of classes hold what they promise.") { Model, Data, ModelWork.Device, Out };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("evaluate", "Nothing was written; the same command begins again.", arguments, () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        using var answers = Answers.Of(arguments.GetValue(Model)!);
        var records = LabelledData.Read(arguments.GetValue(Data)!, answers.Target);
        var path = arguments.GetValue(Out);
        using (path is null ? null : answers.Begin(new StreamWriter(path)))
        {
            foreach (var chunk in records.Chunk(Chunk))
            {
                cancellation.ThrowIfCancellationRequested();
                answers.Judge(chunk);
            }
        }
        var judged = answers.Judged() ?? throw new InvalidDataException($"{records.Count} crystal with a {answers.Target} is too few to judge by; give at least 2.");
        ModelWork.Say($"{answers.Target}: {judged}");
        ModelWork.Say($"promised: {answers.Promised}");
        if (path is not null) ModelWork.Say($"written to {path}");
        return ExitCode.Success;
    }
}
