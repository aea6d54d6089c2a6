using MathNet.Numerics.LinearRegression;
using MatNotebooks.Bench.Results;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Frameworks.Mpbf.Transfer;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>
/// Volume against fidelity: networks pretrained on gaps by PBE, HSE, GLLB-SC and SCAN, of rising numbers of compounds, fine-tuned for 100 measured
/// gaps. Compounds whose measured gap is a label or judges pretrain nothing.
/// </summary>
internal sealed class FidelityExperiment(int seeds)
{
    private static readonly int[] Volumes = [150, 500, 1000, 2500, 10_000];
    private static readonly string[] Methods = ["pbe", "scan", "gllb-sc", "hse"];

    private readonly TransferOptions options = new() { LabelCounts = [100], Pretraining = new() { Steps = 1000 } };
    private readonly ResultTable table = new("mpbf");

    /// <summary>Runs all methods and volumes.</summary>
    public void Run()
    {
        var measured = new CompositionTasks(SourceFidelities.Read()).Read("expt-gap");
        var methods = ReadMethods(measured);
        foreach (var method in methods)
        {
            table.Put(new($"fidelity/{method.Name}", "fidelity", method.Fidelity, "1"));
            AnsiConsole.MarkupLineInterpolated($"{method}, fidelity {method.Fidelity:f2}");
        }
        var outcomes = new TaskOutcome[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
            outcomes[seed] = new TransferStudy(options).Judge(measured, [.. methods.SelectMany(method => Pretrain(method, measured, seed))], seed));
        Write(TransferPairs.Frozen(outcomes), methods);
    }

    private IEnumerable<TransferSource> Pretrain(TransferTask method, TransferTask measured, int seed)
    {
        var compared = measured.Formulas.ToHashSet();
        int[] free = [.. Enumerable.Range(0, method.Count).Where(row => !compared.Contains(method.Formulas[row]) || CompoundParts.Of(method.Formulas[row], seed) == CompoundPart.Pretraining)];
        new Random(seed).Shuffle(free);
        foreach (var volume in Volumes.Where(volume => volume <= free.Length))
        {
            var drawn = TransferTask.Of($"{method.Name}/{volume}", "gap", "eV", method.Fidelity, free[..volume].Select(row => (method.Compositions[row], method.Values[row])));
            yield return TransferSource.Pretrain(drawn, [.. Enumerable.Range(0, drawn.Count)], seed, options);
        }
    }

    // Fidelity: one minus the error against experiment, in mean absolute deviations, on compounds of which both are known.
    private static TransferTask[] ReadMethods(TransferTask measured)
    {
        var known = measured.Formulas.Zip(measured.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        var formulas = DatasetCatalogue.Find("mp_structures").ReadFormulas().ToDictionary(row => row.Id, row => row.Formula);
        var rows = DatasetCatalogue.Find("multifidelity_gap").ReadFormulas().Where(row => formulas.ContainsKey(row.Id))
            .Select(row => (Method: row.RequiredText("fidelity"), Composition: Composition.Parse(formulas[row.Id]), Gap: row.RequiredNumber("gap_eV"))).ToArray();
        return [.. Methods.Select(name =>
        {
            (Composition, double)[] own = [.. rows.Where(row => row.Method == name).Select(row => (row.Composition, row.Gap))];
            var method = TransferTask.Of(name, "gap", "eV", 0, own);
            (double Said, double Known)[] both = [.. method.Formulas.Zip(method.Values).Where(pair => known.ContainsKey(pair.First)).Select(pair => (pair.Second, known[pair.First]))];
            var mean = both.Average(pair => pair.Known);
            var fidelity = 1 - (both.Average(pair => Math.Abs(pair.Said - pair.Known)) / both.Average(pair => Math.Abs(pair.Known - mean)));
            return TransferTask.Of(name, "gap", "eV", Math.Clamp(fidelity, 0, 1), own);
        })];
    }

    private void Write(IReadOnlyList<Frameworks.Mpbf.Quantities.TransferPair> pairs, TransferTask[] methods)
    {
        var rows = new List<ResultRow>();
        foreach (var pair in pairs)
        {
            var half = 2 * pair.Deviation / Math.Sqrt(seeds);
            rows.Add(new($"fidelity/{pair.Source}", "gain", pair.Gain, "1") { Lower = pair.Gain - half, Upper = pair.Gain + half, Seeds = seeds });
            rows.Add(new($"fidelity/{pair.Source}", "volume_near", pair.Measured.Volume, "ln(compounds)") { Seeds = seeds });
            AnsiConsole.MarkupLineInterpolated($"{pair.Source,-16} gain {pair.Gain,7:f3} ± {half:f3}, volume near {pair.Measured.Volume:f2}");
        }
        double[][] known = [.. pairs.Select(pair => new[] { pair.Measured.Volume, pair.Measured.Fidelity })];
        double[] gains = [.. pairs.Select(pair => pair.Gain)];
        var fit = MultipleRegression.QR(known, gains, intercept: true);
        rows.Add(new("fidelity/fit", "alpha", fit[1], "1 per ln(compounds)") { Seeds = seeds });
        rows.Add(new("fidelity/fit", "beta", -fit[2], "1") { Seeds = seeds });
        rows.Add(new("fidelity/fit", "r2", Regression.RSquared([.. known.Select(row => fit[0] + (fit[1] * row[0]) + (fit[2] * row[1]))], gains), "1") { Seeds = seeds });
        table.PutAll(rows);
        AnsiConsole.MarkupLineInterpolated($"gain = {fit[0]:f3} + {fit[1]:f3} volume {fit[2]:+0.000;-0.000} fidelity; {methods.Length} methods");
    }
}
