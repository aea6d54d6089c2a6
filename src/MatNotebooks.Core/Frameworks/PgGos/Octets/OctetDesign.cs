using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Filters;
using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Quality;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Layers;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// Inverse design among octet compounds, judged by recorded DFT: some compounds are held back from everything that learns, a generator and an
/// ensemble of GEM-PPM networks learn from the others, the generator is optimised towards a gap at the equilibrium lattice constant, and
/// the table says what each design really is.
/// </summary>
public sealed class OctetDesign
{
    private const double NearEquilibrium = 6; // %

    private readonly OctetRecord[] known;
    private readonly Dictionary<string, double> equilibria = [];

    /// <summary>Divides the compounds.</summary>
    /// <param name="table">The table.</param>
    /// <param name="heldBack">How many compounds nothing learns from, at least 1 and fewer than there are. The default is 16.</param>
    /// <param name="seed">Seed of the division. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No compound is held back, or none is left.</exception>
    public OctetDesign(OctetDataset table, int heldBack = 16, int seed = 0)
    {
        Verdicts = new(table);
        var compounds = Verdicts.Compounds.ToArray();
        if (heldBack < 1 || heldBack >= compounds.Length)
            throw new ArgumentOutOfRangeException(nameof(heldBack), $"heldBack is {heldBack} of {compounds.Length} compounds; hold back at least 1 and leave at least 1.");
        new Random(seed).Shuffle(compounds);
        HeldBack = [.. compounds[..heldBack].Order(StringComparer.Ordinal)];
        foreach (var series in table.Series)
            if (OctetVerdicts.Equilibrium(series) is { } equilibrium) equilibria[series.ToString()] = equilibrium;
        known = [.. table.Records.Where(record => !HeldBack.Contains(record.Compound) && equilibria.ContainsKey(NameOf(record)))];
    }

    /// <summary>The judge.</summary>
    public OctetVerdicts Verdicts { get; }

    /// <summary>Compounds that nothing learns from, in alphabetical order.</summary>
    public ImmutableArray<string> HeldBack { get; }

    /// <summary>Crystals that may be learned from.</summary>
    public IReadOnlyList<Crystal> Known => [.. known.Select(record => record.Crystal)];

    /// <summary>Which atoms hear each other: all within 8 Å.</summary>
    public static GraphOptions Neighbors { get; } = new() { Cutoff = 8, MaxNeighbors = null };

    /// <summary>What a design has to pass before anybody is asked about it: the cheap filters, and the octet rule.</summary>
    public static FilterChain Filters { get; } = new([.. FilterChain.Cheap.Filters, new OctetRuleFilter()]);

    /// <summary>A gap, at the lattice constant of least energy.</summary>
    /// <param name="gap">Wanted gap | eV, at least 0.</param>
    /// <param name="tolerance">What counts as met | eV, greater than 0. The default is 0.3.</param>
    /// <param name="strain">How far from equilibrium counts as there | %, greater than 0. The default is 2.</param>
    public static IReadOnlyList<WantedValue> Want(double gap, double tolerance = 0.3, double strain = 2) => [new("gap", gap, tolerance), new("strain", 0, strain)];

    /// <summary>Trains the generator on the known crystals within 6 % of equilibrium.</summary>
    public CrystalGenerator TrainGenerator(GeneratorOptions options, IProgress<GeneratorEpoch>? progress = null, CancellationToken cancellation = default) =>
        CrystalGenerator.Train([.. known.Where(record => Math.Abs(StrainOf(record)) <= NearEquilibrium).Select(record => record.Crystal)], options, progress, cancellation);

    /// <summary>Trains the estimator of gap (eV) and strain (%) on the known crystals.</summary>
    /// <param name="members">Networks, at least 2. The default is 3.</param>
    /// <param name="epochs">Passes over the crystals. The default is 40.</param>
    /// <param name="seed">Seed of the first; the others follow. The default is 0.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    public EnsembleEstimator TrainEstimator(
        int members = 3, int epochs = 40, int seed = 0, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        var data = TrainingData.Of(known.Select(record => new Sample(record.Id, record.Crystal, [record.Gap, StrainOf(record)]) { Group = record.Compound }), Neighbors);
        var learner = new NetworkLearner("gem-ppm", (start, _) => new GemPpmModel(Shape(start)), new TrainerOptions
        {
            Epochs = epochs, BatchSize = 32,
            Optimizer = new AdamWOptimizer { LearningRate = 5e-3, WeightDecay = 1e-5 },
            Schedule = new OneCycle(), Stopping = new AllEpochs(),
        });
        return new((EnsemblePredictor)new EnsembleLearner(learner, members).Learn(data, data, seed, progress, cancellation), Neighbors);
    }

    /// <summary>The reward of a target, with or without physics.</summary>
    /// <param name="estimator">Speaks of gap and strain.</param>
    /// <param name="wanted">From <see cref="Want"/>.</param>
    /// <param name="physics">Weight of what each of <see cref="Filters"/> would refuse, 0 for none. The default is 3.</param>
    public static DesignReward Reward(IPropertyEstimator estimator, IReadOnlyList<WantedValue> wanted, double physics = 3) => new(estimator, wanted)
    {
        Residuals = physics > 0 ? [.. Filters.Filters.Select(filter => (physics, (Func<Crystal, double>)(crystal => FilterExcess.Of(filter, crystal))))] : [],
    };

    /// <summary>Whether a design passes <see cref="Filters"/>.</summary>
    public static bool Passes(Crystal crystal) => StructureValidity.Holds(crystal) && Filters.FirstRefusal(new(crystal)) is null;

    /// <summary>Whether a verdict is as wanted.</summary>
    public static bool Meets(OctetVerdict? verdict, IReadOnlyList<WantedValue> wanted) =>
        verdict is not null && wanted[0].Miss(verdict.Gap) <= 1 && wanted[1].Miss(verdict.Strain) <= 1;

    private static string NameOf(OctetRecord record) => $"{record.Compound} {record.Prototype}";

    private static GemPpmOptions Shape(int seed) => new()
    {
        Targets = 2, Width = 48, Layers = 2, LearnedElementWidth = 0, Dropout = 0, Seed = seed,
        Distances = new ReducedDistances { Gaussians = 12 }, Readout = new JointReadout(), Normalization = Normalization.None,
    };

    private double StrainOf(OctetRecord record) => 100 * ((record.LatticeConstant / equilibria[NameOf(record)]) - 1);
}
