using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Quality;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using Spectre.Console;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// What the generator writes, by CDVAE's protocol, beside a draw of real training crystals scored in the same way and beside published
/// figures. A trained generator is kept under out/pg-gos, from where a stopped experiment goes on.
/// </summary>
internal sealed class GenerationExperiment
{
    private const int Generated = 2000;
    private const int MostLabelled = 2000, EnergyEpochs = 12; // the predictor of energies; enough to tell distributions apart
    private const double SameWithin = 0.05; // Å

    private readonly ResultTable table = new("generation");

    /// <summary>Runs every set that is on this machine.</summary>
    public void Run()
    {
        foreach (var row in PublishedGeneration.Rows()) table.Put(row);
        foreach (var set in GenerationSet.All)
        {
            if (set.Read() is { } parts) Run(set, parts.Train, parts.Test, parts.Labelled);
            else AnsiConsole.MarkupLineInterpolated($"{set.Name} is not on this machine; set MATNB_DATA to the folder that holds it.");
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void Run(GenerationSet set, StructureRecord[] trainRecords, StructureRecord[] testRecords, StructureRecord[] labelled)
    {
        if (table.Find($"{set.Name}/pg-gos", "novel", Environment.ProcessorCount) is not null) return;
        Crystal[] train = [.. trainRecords.Select(record => record.Crystal)], test = [.. testRecords.Select(record => record.Crystal)];
        AnsiConsole.MarkupLineInterpolated($"{set.Name}: {train.Length} to learn from, {test.Length} to compare with");
        using var generator = Trained(set, train);
        PutRoundTrip(set, generator, test);
        var began = Stopwatch.GetTimestamp();
        Crystal[] written = [.. generator.Sample(Generated, seed: 1).Select(one => one.Crystal)];
        Put(set, "pg-gos", "written_per_s", Generated / Stopwatch.GetElapsedTime(began).TotalSeconds, "1/s");
        var benchmark = new GenerationBenchmark(train, test, set.CompositionCutoff, Energies(set, labelled));
        Put(set, "pg-gos", "structure_cutoff", benchmark.StructureCutoff, "1");
        var real = train.ToArray();
        new Random(1).Shuffle(real);
        Report(set, "training-crystals", benchmark.Score(real[..Math.Min(Generated, real.Length)]));
        Report(set, "pg-gos", benchmark.Score(written));
    }

    private CrystalGenerator Trained(GenerationSet set, Crystal[] train)
    {
        var folder = Directory.CreateDirectory(Path.Combine(DataFolders.Repository, "out", "pg-gos")).FullName;
        var path = Path.Combine(folder, set.Name + ".generator");
        if (File.Exists(path) && CrystalGenerator.Load(path) is { } kept)
        {
            if (kept.Options == set.Options) return kept;
            kept.Dispose();
        }
        var began = Stopwatch.GetTimestamp();
        var generator = CrystalGenerator.Train(train, set.Options, new EpochPrinter());
        Put(set, "pg-gos", "training_s", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        generator.Save(path);
        return generator;
    }

    /// <summary>How many test crystals can be written in the generator's tokens, and how many of those come back the same.</summary>
    private void PutRoundTrip(GenerationSet set, CrystalGenerator generator, Crystal[] test)
    {
        Crystal[] sample = [.. test.Take(1000)];
        var back = generator.RoundTrip(sample);
        var prints = StructureFingerprint.OfMany(sample);
        var written = back.Count(crystal => crystal is not null);
        var same = back.Index().Count(pair => pair.Item is not null && StructureFingerprint.Of(pair.Item).DistanceTo(prints[pair.Index]) < SameWithin);
        Put(set, "round-trip", "writable", (double)written / sample.Length, "1");
        Put(set, "round-trip", "match_rate", written == 0 ? 0 : (double)same / written, "1");
    }

    private static Func<IReadOnlyList<Crystal>, IReadOnlyList<double>>? Energies(GenerationSet set, StructureRecord[] labelled)
    {
        if (set.EnergyKey is null || labelled.Length == 0) return null;
        new Random(0).Shuffle(labelled);
        var data = TrainingData.Of(labelled.Take(MostLabelled), set.EnergyKey, PropertyStudy.Neighbors);
        var predictor = PropertyStudy.GemPpm(EnergyEpochs).Learn(data, data.At(Enumerable.Range(0, Math.Min(100, data.Count))), seed: 0);
        return crystals =>
        {
            var predicted = predictor.Predict(TrainingData.Of(crystals.Select((crystal, row) => new Sample(row.ToString(), crystal, [])), PropertyStudy.Neighbors));
            return [.. Enumerable.Range(0, crystals.Count).Select(row => predicted[row, 0])];
        };
    }

    private void Report(GenerationSet set, string model, GenerationScore score)
    {
        Put(set, model, "structure_valid", score.StructureValid, "1");
        Put(set, model, "composition_valid", score.CompositionValid, "1");
        Put(set, model, "valid", score.Valid, "1");
        Put(set, model, "coverage_recall", score.Coverage.Recall, "1");
        Put(set, model, "coverage_precision", score.Coverage.Precision, "1");
        Put(set, model, "distance_density", score.DensityDistance, "g/cm³");
        Put(set, model, "distance_elements", score.ElementsDistance, "elements");
        if (score.EnergyDistance is { } energy) Put(set, model, "distance_energy", energy, set.EnergyUnit);
        Put(set, model, "unique", score.Unique, "1");
        Put(set, model, "novel", score.Novel, "1");
        AnsiConsole.MarkupLineInterpolated($"{set.Name}/{model}: {score}");
    }

    private void Put(GenerationSet set, string model, string metric, double value, string unit) =>
        table.Put(new($"{set.Name}/{model}", metric, value, unit) { Threads = Environment.ProcessorCount });

    private sealed class EpochPrinter : IProgress<GeneratorEpoch>
    {
        public void Report(GeneratorEpoch value) => AnsiConsole.MarkupLineInterpolated($"  {value}");
    }
}
