using MatNotebooks.Bench.Results;
using MatNotebooks.Bench.Tables;
using MatNotebooks.Bench.Tables.Tasks;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Validation;
using MatNotebooks.Uncertainty;
using Spectre.Console;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// Lithium-ion conductors ranked by two wishes at once: conductivity at room temperature (OBELiX, measured) and energy above the hull. Neither is
/// said by a model that has seen the composition: folds leave whole publications out, and no formula of OBELiX teaches stability.
/// </summary>
internal sealed class ConductorsExperiment
{
    private const double Coverage = 0.9, Good = -3; // log10(S/cm): 1 mS/cm
    private const int Layers = 8, Shortlist = 50;

    private readonly ResultTable table = new("conductors");

    /// <summary>Ranks, judges by what was measured, and writes the first fronts.</summary>
    public void Run()
    {
        if (DataFolders.External is not { } folder || !Directory.Exists(Path.Combine(folder, "obelix")) || !Directory.Exists(Path.Combine(folder, "crabnet_benchmark")))
        {
            AnsiConsole.MarkupLine("OBELiX or the CrabNet benchmark is not on this machine; set MATNB_DATA to the folder that holds both.");
            return;
        }
        var (conductors, radius) = Conductivities();
        var hull = HullEnergies.Learn(conductors.Select(one => one.Formula).ToHashSet());
        Put("stability", "spearman", hull.RankCorrelation, "1");
        Put("stability", "mean_absolute_error", hull.Error, "eV/atom");
        Put("stability", "trained", hull.Rows.Trained, "1");
        Put("stability", "judged", hull.Rows.Judged, "1");
        var energies = hull.Of([.. conductors.Select(one => Composition.Parse(one.Formula))]);
        conductors = [.. conductors.Zip(energies, (one, energy) => one with { HullEnergy = energy })];
        var layers = LayersOf(conductors);
        Judge(conductors, layers);
        foreach (var (one, layer) in conductors.Zip(layers).Where(pair => pair.Second <= Layers)) Put(one, layer, radius);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>What forests say of each row whose publication they had not seen; of the withheld rows, the mean of all forests.</summary>
    private (Conductor[] Conductors, double Radius) Conductivities()
    {
        var rows = ObelixTask.Task.Read();
        var asked = TrainingData.Of(rows.Asked, HullEnergies.Apart);
        var folds = new CrossValidation(TrainingData.Of(rows.Samples, HullEnergies.Apart), rows.Splits) { Asked = _ => asked }.Run(new RandomForestLearner());
        var known = folds.SelectMany(fold => rows.Splits[fold.Fold].Test.Select((row, place) =>
            new Conductor(rows.Samples[row].Id, rows.Samples[row].Group, fold.Test[place, 0], rows.Samples[row].Targets[0]))).ToArray();
        var withheld = rows.Asked.Select((sample, row) => new Conductor(sample.Id, sample.Group, folds.Average(fold => fold.Asked[row, 0]), null));
        double[] said = [.. known.Select(one => one.Conductivity)], measured = [.. known.Select(one => one.Measured!.Value)];
        Put("conductivity", "spearman", Correlation.Spearman(said, measured), "1");
        Put("conductivity", "mean_absolute_error", said.Zip(measured, (one, other) => Math.Abs(one - other)).Average(), "log10(S/cm)");
        Put("conductivity", "judged", known.Length, "1");
        return ([.. known, .. withheld], SplitConformal.Fit([.. said.Zip(measured, (one, other) => one - other)], Coverage).Radius);
    }

    /// <summary>The front is layer 1; without it the next is layer 2, and so on.</summary>
    private static int[] LayersOf(IReadOnlyList<Conductor> conductors)
    {
        var layers = new int[conductors.Count];
        for (var layer = 1; layers.Contains(0); layer++)
        {
            int[] left = [.. Enumerable.Range(0, layers.Length).Where(place => layers[place] == 0)];
            double[] first = [.. left.Select(place => conductors[place].Conductivity)], second = [.. left.Select(place => conductors[place].HullEnergy)];
            foreach (var member in ParetoFront.Of(first, second, Objective.Greatest, Objective.Least).Indices) layers[left[member]] = layer;
        }
        return layers;
    }

    private void Judge(IReadOnlyList<Conductor> conductors, int[] layers)
    {
        var measured = conductors.Zip(layers).Where(pair => pair.First.Measured is not null).ToArray();
        double Share(IEnumerable<(Conductor Conductor, int Layer)> rows) => rows.Average(row => row.Conductor.Measured >= Good ? 1.0 : 0);
        Put("ranking", "compositions", conductors.Count, "1");
        Put("ranking", "front", layers.Count(layer => layer == 1), "1");
        Put("ranking", "share_above_1_mS_cm", Share(measured), "1");
        Put("ranking", $"share_above_1_mS_cm_first_{Shortlist}_by_layer", Share(measured.OrderBy(row => row.Second).ThenByDescending(row => row.First.Conductivity).Take(Shortlist)), "1");
        Put("ranking", $"share_above_1_mS_cm_first_{Shortlist}_by_conductivity", Share(measured.OrderByDescending(row => row.First.Conductivity).Take(Shortlist)), "1");
    }

    private void Put(Conductor one, int layer, double radius)
    {
        var name = $"{one.Formula} ({one.Id})";
        table.Put(new(name, "layer", layer, "1"));
        table.Put(new(name, "predicted_log10_conductivity", one.Conductivity, "log10(S/cm)") { Lower = one.Conductivity - radius, Upper = one.Conductivity + radius });
        table.Put(new(name, "predicted_hull_energy", one.HullEnergy, "eV/atom"));
        if (one.Measured is { } measured) table.Put(new(name, "measured_log10_conductivity", measured, "log10(S/cm)"));
    }

    private void Put(string name, string metric, double value, string unit) => table.Report(new(name, metric, value, unit));

    /// <summary>A composition: log10 of its conductivity (S/cm) predicted and, where it is not withheld, measured; its predicted energy above the hull (eV/atom).</summary>
    private sealed record Conductor(string Id, string Formula, double Conductivity, double? Measured)
    {
        public double HullEnergy { get; init; }
    }
}
