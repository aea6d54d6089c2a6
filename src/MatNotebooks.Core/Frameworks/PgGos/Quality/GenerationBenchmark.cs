using MatNotebooks.Crystals;
using MatNotebooks.Features;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>
/// CDVAE's protocol for one set of crystals: what is generated is compared with the test set; the training set says what is novel and how
/// near is near.
/// </summary>
/// <remarks>
/// The cutoff of compositions is the paper's. That of structures cannot be, for the fingerprint is another
/// (<see cref="EnvironmentFingerprint"/>): it is the distance within which 99 % of the test crystals have a training crystal among as many
/// as there are test crystals. So real crystals score a recall of about 0.99 by construction, and figures stand beside published ones, not in
/// their place.
/// </remarks>
public sealed class GenerationBenchmark
{
    private const double CoveredByTraining = 0.99;
    private const double SmallestCutoff = 0.02; // structures of one prototype without free coordinates differ by rounding only
    private const double TwinTolerance = 0.1; // Å; greatest difference of mean distances, see StructureFingerprint

    private readonly IReadOnlyList<Crystal> test;
    private readonly (float[]? Structure, float[] Composition)[] testPrints;
    private readonly CoverageScale scale;
    private readonly ILookup<string, StructureFingerprint> known;
    private readonly double structureCutoff, compositionCutoff;
    private readonly Func<IReadOnlyList<Crystal>, IReadOnlyList<double>>? energies;
    private readonly double[] testEnergies;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="train">What the generator learned from, at least one crystal.</param>
    /// <param name="test">What it never saw, at least one crystal.</param>
    /// <param name="compositionCutoff">Greatest distance of near compositions: the paper has 4 for Perov-5 and Carbon-24, 10 for MP-20.</param>
    /// <param name="energies">Predicts an energy of each crystal. The default is no comparison of energies.</param>
    /// <param name="seed">Seed of the training crystals that the cutoff of structures is taken from. The default is 0.</param>
    /// <exception cref="ArgumentException">No training or no test crystal.</exception>
    public GenerationBenchmark(
        IReadOnlyList<Crystal> train, IReadOnlyList<Crystal> test, double compositionCutoff, Func<IReadOnlyList<Crystal>, IReadOnlyList<double>>? energies = null, int seed = 0)
    {
        if (train.Count == 0 || test.Count == 0) throw new ArgumentException($"{train.Count} training and {test.Count} test crystals; at least one of each is needed.");
        (this.test, this.compositionCutoff, this.energies) = (test, compositionCutoff, energies);
        scale = new(train);
        testPrints = scale.Of(test);
        known = StructureFingerprint.OfMany(train).ToLookup(print => print.Formula);
        testEnergies = energies is null ? [] : [.. energies(test)];
        var sample = train.ToArray();
        new Random(seed).Shuffle(sample);
        structureCutoff = CutoffOf([.. scale.Of(sample[..Math.Min(sample.Length, test.Count)]).Select(print => print.Structure).OfType<float[]>()]);
    }

    /// <summary>Greatest distance of near structures, in the fingerprint's own unit.</summary>
    public double StructureCutoff => structureCutoff;

    /// <summary>Compares generated crystals.</summary>
    /// <param name="generated">At least one crystal.</param>
    /// <exception cref="ArgumentException">No crystal.</exception>
    public GenerationScore Score(IReadOnlyList<Crystal> generated)
    {
        if (generated.Count == 0) throw new ArgumentException("There are 0 generated crystals; at least one is needed.");
        bool[] structures = [.. generated.AsParallel().AsOrdered().Select(StructureValidity.Holds)], compositions = [.. generated.Select(crystal => CompositionValidity.Holds(crystal.Composition))];
        Crystal[] valid = [.. generated.Where((_, row) => structures[row] && compositions[row])];
        var (unique, novel) = Twins(valid);
        return new(
            generated.Count, Share(structures), Share(compositions), (double)valid.Length / generated.Count,
            Coverage.Of(scale.Of(valid), generated.Count, testPrints, structureCutoff, compositionCutoff),
            Distance(valid, crystal => crystal.Density), Distance(valid, crystal => crystal.Composition.Elements.Count),
            energies is null || valid.Length == 0 ? null : Wasserstein.Distance(energies(valid), testEnergies), unique, novel);
    }

    private static double Share(bool[] passed) => (double)passed.Count(one => one) / passed.Length;

    private double Distance(Crystal[] valid, Func<Crystal, double> of) =>
        valid.Length == 0 ? double.NaN : Wasserstein.Distance([.. valid.Select(of)], [.. test.Select(of)]);

    private (double Unique, double Novel) Twins(Crystal[] valid)
    {
        if (valid.Length == 0) return (0, 0);
        var prints = StructureFingerprint.OfMany(valid);
        var novel = prints.AsParallel().Count(print => !known[print.Formula].Any(other => print.DistanceTo(other) < TwinTolerance));
        var kept = new List<StructureFingerprint>();
        foreach (var formula in prints.GroupBy(print => print.Formula))
        {
            var own = new List<StructureFingerprint>();
            foreach (var print in formula)
                if (!own.Exists(other => print.DistanceTo(other) < TwinTolerance)) own.Add(print);
            kept.AddRange(own);
        }
        return ((double)kept.Count / valid.Length, (double)novel / valid.Length);
    }

    private double CutoffOf(float[][] sample)
    {
        double[] distances = [.. testPrints.AsParallel().Where(print => print.Structure is not null).Select(print => Coverage.Nearest(print.Structure!, sample)).Order()];
        return Math.Max(SmallestCutoff, distances[(int)Math.Ceiling(CoveredByTraining * (distances.Length - 1))]);
    }
}
