using System.CommandLine;
using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Training;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Metrics;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Validation;
using MatNotebooks.Uncertainty.Coverage;
using Spectre.Console;

namespace MatNotebooks.Bench.Uncertainty;

/// <summary><c>bench uncertainty</c>: whether intervals of formation energies hold what they promise, on crystals drawn at random and with families of elements left out.</summary>
internal static class UncertaintyCommand
{
    public static Command Create()
    {
        var usual = new CoverageOptions();
        var train = new Option<int>("--train") { Description = "crystals each network learns from", DefaultValueFactory = _ => usual.Train };
        var epochs = new Option<int>("--epochs") { Description = "passes over them", DefaultValueFactory = _ => usual.Epochs };
        var members = new Option<int>("--members") { Description = "networks of an ensemble", DefaultValueFactory = _ => usual.Members };
        var workers = new Option<int>("--workers") { Description = "trainings at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("uncertainty", "Coverage, calibration and rank correlation of uncertainties; goes on where it was stopped.") { train, epochs, members, workers };
        members.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 2) given.AddError($"--members is {given.GetValueOrDefault<int>()}; an ensemble needs at least 2.");
        });
        epochs.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError($"--epochs is {given.GetValueOrDefault<int>()}; it must be at least 1.");
        });
        command.SetAction(parsed => Run(usual with
        {
            Train = parsed.GetValue(train), Epochs = parsed.GetValue(epochs), Members = parsed.GetValue(members), Workers = parsed.GetValue(workers),
        }));
        return command;
    }

    private static void Run(CoverageOptions options)
    {
        var table = new ResultTable("uncertainty");
        var data = new PropertyStudy(Mp20Part.Read(), Mp20Part.FormationEnergy.Name).Data;
        var shape = new GemPpmOptions { Width = 32, Layers = 2, Dropout = 0.1 };
        var network = new NetworkLearner("gem-ppm", (seed, rows) => new GemPpmModel(shape with { Targets = rows.Targets, Seed = seed }), PropertyStudy.Recipe(options.Epochs));
        var study = new CoverageStudy(data, options);
        var ledger = new FoldLedger(Path.Combine(DataFolders.Repository, "out", "uncertainty.folds.jsonl"), $"{table.Commit} {options with { Workers = 0, Divisions = 0 }} {shape} {network.Recipe}");
        foreach (var figure in study.Run(network, ledger, new TrainingTicker(network.Name, study.Trainings * options.Epochs)))
            Put(table, figure, options.Workers);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private static void Put(ResultTable table, CoverageFigure figure, int workers)
    {
        var several = figure.Values.Count > 1;
        var mean = several ? Confidence.OfMean([.. figure.Values]) : new Interval(figure.Values[0], figure.Values[0], figure.Values[0]);
        table.Put(new(figure.Case, figure.Metric, mean.Value, figure.Unit)
        {
            Lower = several ? mean.Lower : null, Upper = several ? mean.Upper : null, Seeds = figure.Values.Count, Threads = workers,
        });
        AnsiConsole.MarkupLineInterpolated($"{figure.Case} {figure.Metric} {mean.Value:f4} {figure.Unit}{(several ? $" ({mean.Lower:f4} to {mean.Upper:f4})" : "")}");
    }
}
