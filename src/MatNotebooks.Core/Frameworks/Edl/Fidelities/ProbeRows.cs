using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>Rows that linear probes are fitted on: their products are computed once for all targets.</summary>
public sealed class ProbeRows
{
    /// <summary>Strengths of the penalty among which folds choose | per row, no unit.</summary>
    internal static readonly double[] Strengths = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

    private readonly float[] centers, scales;
    private readonly float[][] rows;
    private readonly int[][] folds;
    private readonly Matrix<double>[] grams; // of each fold
    private readonly Dictionary<(int Fold, double Strength), Cholesky<double>> factors = []; // of what folds leave, and of all (fold −1)

    private ProbeRows(float[][] rows, float[] centers, float[] scales, int[][] folds)
    {
        (this.rows, this.centers, this.scales, this.folds) = (rows, centers, scales, folds);
        grams = [.. folds.Select(fold => RowProducts.Transposed(Of(fold), Of(fold)))];
        Gram = grams.Aggregate((sum, gram) => sum + gram);
    }

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Length;

    /// <summary>Product of the standardised rows with themselves, (dimensions, dimensions).</summary>
    internal Matrix<double> Gram { get; }

    /// <summary>Prepares rows.</summary>
    /// <param name="vectors">Embeddings, (rows)(dimensions), all of one length.</param>
    /// <param name="folds">How many folds choose the strength of the penalty, at least 2. The default is 3.</param>
    /// <param name="seed">Seed of the folds. The default is 0.</param>
    /// <exception cref="ArgumentException">Fewer rows than folds.</exception>
    public static ProbeRows Of(IReadOnlyList<float[]> vectors, int folds = 3, int seed = 0)
    {
        if (folds < 2 || vectors.Count < folds)
            throw new ArgumentException($"{vectors.Count} crystals have labels and {folds} folds were asked for; there must be at least 2 folds and a label for each. Label more crystals, or ask for fewer folds.");
        var places = Enumerable.Range(0, vectors[0].Length).ToArray();
        float[] centers = [.. places.Select(place => (float)vectors.Average(vector => (double)vector[place]))];
        // What compression made the same for all crystals tells nothing, and is no error.
        float[] scales = [.. places.Select(place => (float)Math.Sqrt(vectors.Average(vector => Math.Pow((double)vector[place] - centers[place], 2))) is > 1e-6f and var scale ? scale : 1)];
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        new Random(seed).Shuffle(order);
        return new([.. vectors.Select(vector => Standard(vector, centers, scales))], centers, scales, [.. Enumerable.Range(0, folds).Select(fold => order.Where((_, place) => place % folds == fold).ToArray())]);
    }

    /// <summary>A vector as the probe reads it, (dimensions).</summary>
    internal float[] Standard(ReadOnlySpan<float> vector) => Standard(vector, centers, scales);

    /// <summary>Scale of each dimension, (dimensions).</summary>
    internal IReadOnlyList<float> Scales => scales;

    /// <summary>The strength whose fits predict the folds they left out best.</summary>
    internal double Choose(double[] centred)
    {
        var all = Product(Enumerable.Range(0, rows.Length), centred);
        var errors = new double[Strengths.Length];
        for (var fold = 0; fold < folds.Length; fold++)
        {
            var product = all - Product(folds[fold], centred);
            for (var strength = 0; strength < errors.Length; strength++)
            {
                double[] weights = [.. Factor(fold, Strengths[strength]).Solve(product)];
                errors[strength] += folds[fold].Sum(row => Math.Pow(centred[row] - Dot(rows[row], weights), 2));
            }
        }
        return Strengths[Array.IndexOf(errors, errors.Min())];
    }

    /// <summary>Penalised least squares: the weights, and the factor of what they were solved with.</summary>
    internal (Vector<double> Weights, Cholesky<double> Factor) Solve(double[] centred, double strength)
    {
        var factor = Factor(-1, strength);
        return (factor.Solve(Product(Enumerable.Range(0, rows.Length), centred)), factor);
    }

    /// <summary>What weights say of each row, (rows).</summary>
    internal double[] Apply(double[] weights) => [.. rows.Select(row => Dot(row, weights))];

    private Cholesky<double> Factor(int fold, double strength)
    {
        lock (factors)
        {
            if (factors.TryGetValue((fold, strength), out var known)) return known;
            var (gram, kept) = fold < 0 ? (Gram, rows.Length) : (Gram - grams[fold], rows.Length - folds[fold].Length);
            return factors[(fold, strength)] = (gram + (Matrix<double>.Build.DenseIdentity(gram.RowCount) * (strength * kept))).Cholesky();
        }
    }

    /// <summary>Sum of products.</summary>
    internal static double Dot(float[] row, double[] weights)
    {
        var sum = 0.0;
        for (var place = 0; place < row.Length; place++) sum += row[place] * weights[place];
        return sum;
    }

    private static float[] Standard(ReadOnlySpan<float> vector, float[] centers, float[] scales)
    {
        var standard = new float[centers.Length];
        for (var place = 0; place < standard.Length; place++) standard[place] = (vector[place] - centers[place]) / scales[place];
        return standard;
    }

    private Vector<double> Product(IEnumerable<int> chosen, double[] centred)
    {
        var product = new double[centers.Length];
        foreach (var row in chosen)
            for (var place = 0; place < product.Length; place++) product[place] += rows[row][place] * centred[row];
        return Vector<double>.Build.Dense(product);
    }

    private float[][] Of(int[] fold) => [.. fold.Select(row => rows[row])];
}
