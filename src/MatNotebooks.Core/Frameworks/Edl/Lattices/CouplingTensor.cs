using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>T of Eq. 1: how what drives each layer moves every layer.</summary>
public sealed class CouplingTensor
{
    private const double Ridge = 1e-3; // of the mean square of what drives: few lattices are known when it is fitted

    private readonly Matrix<double> values;

    private CouplingTensor(Matrix<double> values) => this.values = values;

    /// <summary>How many layers it couples.</summary>
    public int Layers => values.RowCount;

    /// <summary>How much the drive of the second layer moves the first.</summary>
    public double this[int moved, int driving] => values[moved, driving];

    /// <summary>A tensor of known numbers, (moved, driving).</summary>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static CouplingTensor Of(double[,] values) => values.GetLength(0) == values.GetLength(1)
        ? new(Matrix<double>.Build.DenseOfArray(values))
        : throw new ArgumentException($"The tensor is {values.GetLength(0)} × {values.GetLength(1)}; it must be square.");

    /// <summary>Fits it, in least squares with a little ridge, to what the next step did on some lattices.</summary>
    /// <param name="lattices">The lattices, of the same layers, at least one with three levels.</param>
    /// <param name="reciprocity">λ | no unit. The default is 1; another one is taken up by T.</param>
    /// <exception cref="ArgumentException">No step to learn from, or lattices of different layers.</exception>
    public static CouplingTensor Fit(IReadOnlyList<EmbedmentLattice> lattices, double reciprocity = 1)
    {
        var steps = lattices.SelectMany(lattice => Steps(lattice, reciprocity)).ToArray();
        if (steps.Length == 0) throw new ArgumentException("There is no step to learn the coupling from; give lattices of at least three levels.");
        var layers = steps[0].Drive.Length;
        if (steps.Any(step => step.Drive.Length != layers)) throw new ArgumentException("The lattices have different layers; a coupling is of the same for all.");
        var drives = Matrix<double>.Build.DenseOfRowArrays(steps.Select(step => step.Drive));
        var gram = drives.TransposeThisAndMultiply(drives);
        gram += Matrix<double>.Build.DenseIdentity(layers) * Math.Max(1e-12, Ridge * gram.Trace() / layers);
        return new(gram.Cholesky().Solve(drives.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfRowArrays(steps.Select(step => step.Change)))).Transpose());
    }

    /// <summary>T times a drive, (layers).</summary>
    /// <exception cref="ArgumentException">The drive is of another number of layers.</exception>
    public double[] Apply(IReadOnlyList<double> drive) => drive.Count == Layers
        ? [.. values * Vector<double>.Build.Dense([.. drive])]
        : throw new ArgumentException($"The drive has {drive.Count} layers, the tensor couples {Layers}.");

    /// <summary>What drove each step from the second level on, and how fidelity changed by it.</summary>
    internal static IEnumerable<(double[] Drive, double[] Change)> Steps(EmbedmentLattice lattice, double reciprocity)
    {
        for (var level = 1; level + 1 < lattice.Bytes.Count; level++)
            yield return (lattice.Drive(level, reciprocity), [.. lattice.At(level + 1).Zip(lattice.At(level), (after, before) => after - before)]);
    }
}
