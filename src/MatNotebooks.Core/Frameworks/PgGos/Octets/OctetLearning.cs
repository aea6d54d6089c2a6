using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using MatNotebooks.Simulation.Octet;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>What a forecaster learns from: each calculation with its distance from the lattice constant of least energy (%), ln of the bulk modulus there (GPa) and its gap (eV).</summary>
internal sealed class OctetLearning
{
    private readonly TrainingData data;
    private readonly PlannedCurve[] curves; // of each row
    private readonly ForecastOptions options;

    /// <summary>Makes the graphs of a table; series without a minimum are left out.</summary>
    public OctetLearning(OctetDataset table, ForecastOptions options)
    {
        this.options = options;
        Equilibria = [.. OctetEquilibrium.Of(table)];
        var known = Equilibria.ToDictionary(equilibrium => equilibrium.Curve);
        var rows =
            (from series in table.Series
             let curve = OctetEquilibrium.CurveOf(series)
             where known.ContainsKey(curve)
             from record in series.Records
             select (Curve: curve, Sample: SampleOf(record, known[curve]))).ToArray();
        (curves, data) = ([.. rows.Select(row => row.Curve)], TrainingData.Of(rows.Select(row => row.Sample), OctetDesign.Neighbors));
    }

    /// <summary>The compounds at rest.</summary>
    public ImmutableArray<OctetEquilibrium> Equilibria { get; }

    /// <summary>The elements in parts of about the same number, by the seed.</summary>
    public IReadOnlyList<HashSet<Element>> ElementFolds()
    {
        Element[] elements = [.. Equilibria.SelectMany(equilibrium => equilibrium.Curve.Compound.Elements).Distinct().Order()];
        new Random(options.Seed).Shuffle(elements);
        return [.. Enumerable.Range(0, options.Folds).Select(fold => elements.Where((_, place) => place % options.Folds == fold).ToHashSet())];
    }

    /// <summary>Trains an ensemble on some curves.</summary>
    public EnsemblePredictor Learn(Func<PlannedCurve, bool> isKnown, CancellationToken cancellation)
    {
        var part = data.At(Enumerable.Range(0, curves.Length).Where(row => isKnown(curves[row])));
        var learner = new NetworkLearner("gem-ppm", (seed, _) => new GemPpmModel(Shape(seed)), new TrainerOptions
        {
            Epochs = options.Epochs, BatchSize = 32,
            Optimizer = new AdamWOptimizer { LearningRate = 5e-3, WeightDecay = 1e-5 },
            Schedule = new OneCycle(), Stopping = new AllEpochs(),
        });
        return (EnsemblePredictor)new EnsembleLearner(learner, options.Members).Learn(part, part, options.Seed, null, cancellation);
    }

    private static Sample SampleOf(OctetRecord record, OctetEquilibrium rest) =>
        new(record.Id, record.Crystal, [100 * ((record.LatticeConstant / rest.LatticeConstant) - 1), Math.Log(rest.BulkModulus), record.Gap]) { Group = record.Compound };

    private static GemPpmOptions Shape(int seed) => new()
    {
        Targets = RawForecast.Count, Width = 48, Layers = 2, LearnedElementWidth = 0, Dropout = 0, Seed = seed,
        Distances = new ReducedDistances { Gaussians = 12 }, Readout = new JointReadout(), Normalization = Normalization.None,
    };
}
