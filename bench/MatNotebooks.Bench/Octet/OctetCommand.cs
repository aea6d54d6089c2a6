using System.CommandLine;
using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Training;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Metrics;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using Spectre.Console;

namespace MatNotebooks.Bench.Octet;

/// <summary>
/// <c>bench octet</c>: energies, lattice constants, bulk moduli and stable structures of octet compounds that were left out, by GEM-PPM
/// and by ridge regression and a network of composition and volume. The value is that of the mean over seeds (an ensemble); the interval
/// is that of single seeds.
/// </summary>
internal sealed class OctetCommand
{
    private const int Folds = 5;

    private readonly ResultTable table = new("octet");
    private readonly OctetStudy study = new(OctetDataset.Load());

    public static Command Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "seeds each fold is trained from", DefaultValueFactory = _ => 5 };
        seeds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is var count && count < 2) given.AddError($"--seeds is {count}; the spread over seeds needs at least 2.");
        });
        var division = new Option<int>("--division") { Description = "seed of the division of the compounds into folds", DefaultValueFactory = _ => 0 };
        var command = new Command("octet", "Octet compounds left out of training: energy, lattice constant, bulk modulus, stable structure.") { seeds, division };
        command.SetAction(parsed => new OctetCommand().Run(parsed.GetValue(seeds), parsed.GetValue(division)));
        return command;
    }

    private void Run(int seeds, int division)
    {
        AnsiConsole.MarkupLineInterpolated($"{study.Data.Count} energies of {study.Data.Samples.DistinctBy(sample => sample.Group).Count()} compounds, {Folds} folds of whole compounds");
        Judge(OctetStudy.Ridge(), 1, division, epochs: 0);
        Judge(OctetStudy.Composition(), seeds, division, OctetStudy.Epochs);
        Judge(OctetStudy.GemPpm(), seeds, division, OctetStudy.Epochs);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void Judge(ILearner learner, int seeds, int division, int epochs)
    {
        var outcome = study.LeaveCompoundsOut(
            learner, Folds, division, [.. Enumerable.Range(0, seeds)], new TrainingTicker(learner.Name, Folds * seeds * epochs));
        Put("mae_energy", "meV/atom", report => report.EnergyError);
        Put("mae_lattice_constant", "Å", report => report.LatticeConstantError);
        Put("mae_bulk_modulus", "GPa", report => report.BulkModulusError);
        Put("phase_accuracy", "1", report => report.PhaseAccuracy);
        Put("mae_phase_energy", "meV/atom", report => report.PhaseEnergyError);
        Put("curves_without_minimum", "1", report => report.CurvesWithoutMinimum);
        Put("training_core_seconds", "s", _ => outcome.Work.TotalSeconds / seeds / Folds);

        void Put(string metric, string unit, Func<OctetReport, double> of)
        {
            var single = seeds > 1 ? Confidence.OfMean([.. outcome.Seeds.Select(of)]) : (Interval?)null;
            var row = new ResultRow(learner.Name, metric, of(outcome.Ensemble), unit)
            {
                Lower = single?.Lower, Upper = single?.Upper, Seeds = seeds, Threads = Environment.ProcessorCount,
            };
            table.Put(row);
            AnsiConsole.MarkupLineInterpolated($"{row.Case,-12} {row.Metric,-24} {row.Value,9:f4} {row.Unit,-9} single seeds {row.Lower:f4} to {row.Upper:f4}");
        }
    }
}
