namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>
/// A head fitted on frozen features: kernel ridge regression with k(x, y) = exp(−|x − y| / (ℓ m)) + ρ x·y, m the median distance. Reach ℓ, linear
/// part ρ and ridge are those with the least leave-one-out error on the labels themselves, of <see cref="Choices"/>.
/// </summary>
/// <remarks>Leave-one-out errors follow from the inverse of the kernel matrix without fitting again (Rasmussen and Williams, 2006, Eq. 5.12). With more than 250 labels the first 250 choose.</remarks>
internal sealed class KernelHead
{
    private const int MostChoosing = 250, FewestRows = 10;

    private readonly ColumnScales scales;
    private readonly KernelChoice choice;
    private readonly float[] known, weights;
    private readonly double mean, reach;

    private KernelHead(ColumnScales scales, KernelChoice choice, float[] known, float[] weights, double mean, double reach, double leftOut) =>
        (this.scales, this.choice, this.known, this.weights, this.mean, this.reach, LeaveOneOutError) = (scales, choice, known, weights, mean, reach, leftOut);

    /// <summary>What may be chosen: two reaches, with and without a linear part, three ridges.</summary>
    public static IReadOnlyList<KernelChoice> Choices { get; } =
    [
        .. from reach in new[] { 1.0f, 4 } from linear in new[] { 0.0f, 1 } from ridge in new[] { 0.003f, 0.03f, 0.3f } select new KernelChoice(reach, linear, ridge),
    ];

    /// <summary>Mean absolute error of the labels that chose, each predicted without itself | unit of the values.</summary>
    public double LeaveOneOutError { get; }

    /// <param name="rows">Features of each label, (labels)(features).</param>
    /// <param name="values">The labels, (labels).</param>
    /// <exception cref="ArgumentException">Fewer than 10 labels, lists of different length, or features that say nothing or are not finite.</exception>
    public static KernelHead Fit(IReadOnlyList<float[]> rows, IReadOnlyList<double> values)
    {
        if (rows.Count != values.Count || rows.Count < FewestRows)
            throw new ArgumentException($"There are {rows.Count} rows and {values.Count} labels; give as many of both, at least {FewestRows}.");
        var scales = ColumnScales.Of(rows);
        var known = scales.Apply(rows);
        for (var place = 0; place < known.Length; place++) known[place] /= MathF.Sqrt(scales.Width);
        var mean = values.Average();
        double[] centred = [.. values.Select(value => value - mean)];
        var choosing = Math.Min(MostChoosing, rows.Count);
        var distances = KernelMatrix.Own(known, scales.Width, choosing);
        var median = Median(distances, choosing);
        var (choice, error) = Choices.Select(choice => (choice, error: LeftOut(known, scales.Width, distances, centred, choosing, choice, median))).MinBy(each => each.error);
        if (choosing < rows.Count) distances = KernelMatrix.Own(known, scales.Width, rows.Count);
        var factor = new TriangularFactor(KernelMatrix.Own(distances, known, scales.Width, rows.Count, choice, median), rows.Count, choice.Ridge);
        return new(scales, choice, known, factor.Solve(centred), mean, median, error);
    }

    /// <summary>Predictions, (rows) | unit of the values.</summary>
    public double[] Predict(IReadOnlyList<float[]> rows)
    {
        var asked = scales.Apply(rows);
        for (var place = 0; place < asked.Length; place++) asked[place] /= MathF.Sqrt(scales.Width);
        var likeness = KernelMatrix.Of(KernelMatrix.Distances(asked, known, scales.Width, rows.Count, weights.Length), asked, known, scales.Width, rows.Count, choice, reach);
        return [.. Enumerable.Range(0, rows.Count).Select(row => mean + InnerProduct.Of(likeness.AsSpan(row * weights.Length, weights.Length), weights))];
    }

    private static double LeftOut(float[] known, int width, float[] distances, double[] values, int count, KernelChoice choice, double median)
    {
        var factor = new TriangularFactor(KernelMatrix.Own(distances, known, width, count, choice, median), count, choice.Ridge);
        var (weights, diagonal) = (factor.Solve(values.AsSpan(0, count).ToArray()), factor.InverseDiagonal());
        var sum = 0.0;
        for (var row = 0; row < count; row++) sum += Math.Abs(weights[row] / diagonal[row]);
        return double.IsFinite(sum) ? sum / count : double.PositiveInfinity;
    }

    private static double Median(float[] distances, int count)
    {
        float[] sorted = [.. distances.Where(distance => distance > 0)];
        if (sorted.Length == 0) throw new ArgumentException($"All {count} rows are the same; a head needs rows that differ.");
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
