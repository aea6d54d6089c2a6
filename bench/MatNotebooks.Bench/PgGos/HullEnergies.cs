using System.Globalization;
using System.IO.Compression;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Graphs;
using MatNotebooks.Metrics;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// How stable a compound of lithium is, by its formula: a random forest that learned energies above the hull of Materials Project's
/// compounds of lithium (CrabNet's benchmark mp_e_hull, PBE).
/// </summary>
internal sealed class HullEnergies
{
    private const double Most = 0.5; // eV/atom; beyond, how unstable a compound is no longer matters
    private const string File = "crabnet_benchmark/mp_e_hull.csv.gz";

    private readonly IPredictor forest;

    private HullEnergies(IPredictor forest) => this.forest = forest;

    /// <summary>Formulas neighbours of none: for graphs of formulas.</summary>
    public static GraphOptions Apart { get; } = new() { Cutoff = FormulaCrystal.NoArrangement, MaxNeighbors = null };

    /// <summary>Rank correlation on the benchmark's own test rows of lithium.</summary>
    public required double RankCorrelation { get; init; }

    /// <summary>Mean absolute error there, what is above 0.5 eV/atom taken as that | eV/atom.</summary>
    public required double Error { get; init; }

    /// <summary>How many rows were learned from, and how many judged.</summary>
    public required (int Trained, int Judged) Rows { get; init; }

    /// <summary>Learns from the rows of lithium.</summary>
    /// <param name="leftOut">Reduced formulas that are not learned from.</param>
    public static HullEnergies Learn(IReadOnlySet<string> leftOut)
    {
        var rows = Read().Where(row => row.Composition.Elements.Any(element => element.Symbol == "Li") && !leftOut.Contains(row.Composition.ReducedFormula)).ToArray();
        var train = DataOf(rows.Where(row => row.Part == "train"));
        var test = DataOf(rows.Where(row => row.Part == "test"));
        var forest = new RandomForestLearner().Learn(train, test, seed: 0);
        var (said, actual) = (Column(forest.Predict(test)), test.Samples.Select(sample => sample.Targets[0]).ToArray());
        return new(forest)
        {
            RankCorrelation = Correlation.Spearman(said, actual), Error = said.Zip(actual, (one, other) => Math.Abs(one - other)).Average(), Rows = (train.Count, test.Count),
        };
    }

    /// <summary>Energies above the hull | eV/atom.</summary>
    public double[] Of(IReadOnlyList<Composition> compositions) =>
        Column(forest.Predict(DataOf(compositions.Select(composition => (composition, 0.0, "")))));

    private static TrainingData DataOf(IEnumerable<(Composition Composition, double Energy, string Part)> rows) =>
        TrainingData.Of(rows.Select((row, place) => new Sample($"{place}", FormulaCrystal.Of(row.Composition), [Math.Min(Most, row.Energy)])), Apart);

    private static double[] Column(double[,] predicted) => [.. Enumerable.Range(0, predicted.GetLength(0)).Select(row => predicted[row, 0])];

    private static IEnumerable<(Composition Composition, double Energy, string Part)> Read()
    {
        using var reader = new StreamReader(new GZipStream(System.IO.File.OpenRead(DataFolders.ExternalFile(File)), CompressionMode.Decompress));
        reader.ReadLine(); // formula,target,split
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return (Composition.Parse(cells[0]), double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
        }
    }
}
