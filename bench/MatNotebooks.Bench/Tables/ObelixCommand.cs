using System.CommandLine;
using System.Globalization;
using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Tables.Tasks;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Tables;

/// <summary><c>bench table6</c>: OBELiX, judged by publications left out of the 478, and predictions for the 121 whose values are withheld.</summary>
internal static class ObelixCommand
{
    private const string Blend = "blend";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var preset = new Option<string>("--preset") { Description = "quick (minutes) or cpu (the committed results)", DefaultValueFactory = _ => TaskPreset.Cpu.Name };
        preset.AcceptOnlyFromAmong(TaskPreset.Quick.Name, TaskPreset.Cpu.Name);
        var command = new Command("table6", "Lithium-ion conductors: errors on publications left out, and predictions of the withheld ones. Goes on where it was stopped.") { preset };
        command.SetAction(parsed => Run(TaskPreset.All.First(one => one.Name == parsed.GetValue(preset))));
        return command;
    }

    private static void Run(TaskPreset preset)
    {
        var work = Path.Combine(DataFolders.Repository, "out", "tables");
        var results = preset.IsTrial ? work : Path.Combine(DataFolders.Repository, "bench", "results");
        var table = new ResultTable("table6", Path.Combine(results, "table6.csv"));
        var runner = new TableRunner(table, work, preset with { Folds = null }); // calibration needs all folds
        var outcome = runner.Run(ObelixTask.Task);
        var blend = new ObelixBlend(outcome);
        runner.Score(outcome, Blend, blend.Folds, blend.Trainings);
        var folds = blend.LeaveFoldOut();
        Put("coverage", "1", Confidence.OfMean([.. folds.Select(fold => fold.Covered)]));
        Put("interval_width", ObelixTask.Task.Targets[0].Unit, Confidence.OfMean([.. folds.Select(fold => fold.Width)]));
        var path = Path.Combine(results, "obelix_test_predictions.csv");
        Write(path, blend.Withheld());
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath} and {path}");

        void Put(string metric, string unit, Interval value) => table.Report(new($"obelix/{ObelixTask.Task.Targets[0].Name}/{Blend}{preset.Suffix}", metric, value.Value, unit)
        {
            Lower = value.Lower, Upper = value.Upper, Seeds = blend.Trainings,
        });
    }

    private static void Write(string path, IReadOnlyList<ObelixPrediction> predictions) => File.WriteAllLines(path,
    [
        "id,composition,log10_conductivity_S_cm,lower_90,upper_90,inside_domain",
        .. predictions.Select(one => string.Create(CultureInfo.InvariantCulture,
            $"{one.Id},{one.Composition},{one.Predicted:F3},{one.Lower:F3},{one.Upper:F3},{(one.InsideDomain ? "yes" : "no")}")),
    ]);
}
