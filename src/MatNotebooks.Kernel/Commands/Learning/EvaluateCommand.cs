using System.CommandLine;
using MatNotebooks.Uncertainty;

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
        var command = new Command("evaluate", "Compares a model with known values: error with interval, and whether its intervals hold what they promise.") { Model, Data, Out };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("evaluate", "Nothing was written; the same command begins again.", () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        using var model = ModelFile.Read(arguments.GetValue(Model)!);
        var rows = new List<CalibratedPrediction>();
        foreach (var chunk in LabelledData.Read(arguments.GetValue(Data)!, model.Facts.Target).Chunk(Chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            rows.AddRange(model.Predict(chunk));
        }
        var judged = Judgement.Of(rows) ?? throw new InvalidDataException($"{rows.Count} crystal with a {model.Facts.Target} is too few to judge by; give at least 2.");
        ModelWork.Say($"{model.Facts.Target}: {judged.ToString(model.Facts.Unit)}");
        ModelWork.Say($"promised: {100 * model.Facts.Intervals.Coverage:G3} % within, for crystals like the {model.Facts.Trained} it was trained on");
        if (arguments.GetValue(Out) is not { } path) return ExitCode.Success;
        using (var table = new PredictionTable(new StreamWriter(path), model.Facts.Unit))
            foreach (var row in rows) table.Write(row);
        ModelWork.Say($"written to {path}");
        return ExitCode.Success;
    }
}
