using MatNotebooks.Bench.Results;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Lattices;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Metrics;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// Eq. 2 on doublings of the labels that a probe learns from: fidelity is its R² over that of the whole embedding and all labels, I(D) is 1 for each
/// doubling, C the compression of principal components.
/// </summary>
internal sealed class AccrualExperiment(EdlCrystals crystals, CodeJudge judge, Action<ResultRow> report)
{
    /// <summary>Fits Eq. 2 on all properties but one and judges it on that one.</summary>
    /// <param name="values">Values by property, NaN where one is not known.</param>
    public void Run(IReadOnlyDictionary<string, double[]> values)
    {
        var steps = EdlProperty.All.Where(property => property.Set == "mp").SelectMany(property => LabelSteps(values[property.Name]).Select(step => (property.Name, Step: step))).ToArray();
        var (errors, nothing) = (new List<double>(), new List<double>());
        foreach (var held in steps.Select(step => step.Name).Distinct())
        {
            var accrual = FidelityAccrual.Fit([.. steps.Where(step => step.Name != held).Select(step => step.Step)]);
            var judged = steps.Where(step => step.Name == held).Select(step => step.Step).ToArray();
            errors.Add(judged.Average(step => Math.Abs(accrual.Next(step.Before, step.Inference, step.Compression) - step.After)));
            nothing.Add(judged.Average(step => Math.Abs(step.Before - step.After)));
        }
        var all = FidelityAccrual.Fit([.. steps.Select(step => step.Step)]);
        report(new("accrual/all properties", "alpha", all.Learning, "1") { Seeds = steps.Length });
        report(new("accrual/all properties", "beta", all.Erosion, "1") { Seeds = steps.Length });
        report(new("accrual/held-out properties", "error", errors.Average(), "1") { Lower = errors.Min(), Upper = errors.Max(), Seeds = errors.Count });
        report(new("accrual/held-out properties", "error_of_nothing", nothing.Average(), "1") { Lower = nothing.Min(), Upper = nothing.Max(), Seeds = nothing.Count });
    }

    private IEnumerable<(double Before, double After, double Inference, double Compression)> LabelSteps(double[] values)
    {
        int[] learning = [.. crystals.Learning.Where(row => double.IsFinite(values[row]))], judging = [.. crystals.Judging.Where(row => double.IsFinite(values[row]))];
        double[] actual = [.. judging.Select(row => values[row])];
        var whole = R2(judge.Table, learning.Length);
        foreach (var bytes in new[] { 128, 32, 8 })
        {
            var left = CompressionOperator.Through(new PrincipalComponentOperator().Fit(judge.Table.At(judge.Fitted), bytes), judge.Table);
            var compression = Math.Log2(1024.0 / bytes) / Math.Log2(1024);
            for (var labels = 500; 2 * labels <= 4000; labels *= 2) yield return (R2(left, labels) / whole, R2(left, 2 * labels) / whole, 1, compression);
        }

        double R2(EmbeddingTable table, int labels)
        {
            var rows = learning.Take(labels).ToArray();
            return Math.Max(0, Regression.RSquared(LinearProbe.Fit(ProbeRows.Of([.. rows.Select(row => table.Vectors[row])]), [.. rows.Select(row => values[row])]).Predict([.. judging.Select(row => table.Vectors[row])]), actual));
        }
    }
}
