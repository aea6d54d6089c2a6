using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Physics;

/// <summary>Stiffness of a crystal in Voigt's notation: stress = C · strain, order xx, yy, zz, yz, xz, xy, shears as engineering strains.</summary>
public sealed class ElasticTensor
{
    private readonly Matrix<double> stiffness;
    private readonly Lazy<Matrix<double>> compliance;

    /// <summary>Takes a matrix of stiffness; its antisymmetric part, which is noise, is left out.</summary>
    /// <param name="stiffness">C | GPa, 6×6.</param>
    /// <exception cref="ArgumentException">The matrix is not 6×6, or a component is not finite.</exception>
    public ElasticTensor(double[,] stiffness)
    {
        if (stiffness.GetLength(0) != 6 || stiffness.GetLength(1) != 6)
            throw new ArgumentException($"The stiffness is {stiffness.GetLength(0)}×{stiffness.GetLength(1)}; Voigt's matrix is 6×6.");
        if (stiffness.Cast<double>().Any(value => !double.IsFinite(value))) throw new ArgumentException("The stiffness holds a component that is not finite.");
        var matrix = Matrix<double>.Build.DenseOfArray(stiffness);
        this.stiffness = (matrix + matrix.Transpose()) / 2;
        Asymmetry = (matrix - matrix.Transpose()).Enumerate().Max(Math.Abs) / 2;
        compliance = new(() => this.stiffness.Inverse());
    }

    /// <summary>Stiffness of nothing: the phase of a pore, which bears no stress.</summary>
    public static ElasticTensor Void { get; } = new(new double[6, 6]);

    /// <summary>A material alike in all directions.</summary>
    /// <param name="bulk">Bulk modulus | GPa, greater than 0.</param>
    /// <param name="shear">Shear modulus | GPa, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A modulus is not greater than 0: the material would not be stable.</exception>
    public static ElasticTensor Isotropic(double bulk, double shear)
    {
        if (!(bulk > 0 && double.IsFinite(bulk))) throw new ArgumentOutOfRangeException(nameof(bulk), bulk, "The bulk modulus must be greater than 0 GPa.");
        if (!(shear > 0 && double.IsFinite(shear))) throw new ArgumentOutOfRangeException(nameof(shear), shear, "The shear modulus must be greater than 0 GPa.");
        return Cubic(bulk + (4 * shear / 3), bulk - (2 * shear / 3), shear);
    }

    /// <summary>A cubic crystal along its axes; it need not be stable.</summary>
    /// <param name="c11">Stiffness along an axis | GPa.</param>
    /// <param name="c12">Stress across per strain along an axis | GPa.</param>
    /// <param name="c44">Stiffness of shears in the planes of the axes | GPa.</param>
    public static ElasticTensor Cubic(double c11, double c12, double c44)
    {
        var values = new double[6, 6];
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) values[i, j] = i == j ? c11 : c12;
            values[i + 3, i + 3] = c44;
        }
        return new(values);
    }

    /// <summary>A component | GPa.</summary>
    /// <param name="row">1 to 6.</param>
    /// <param name="column">1 to 6.</param>
    public double this[int row, int column] => stiffness[row - 1, column - 1];

    /// <summary>Largest difference from symmetry in what was given | GPa: how exact the components are.</summary>
    public double Asymmetry { get; }

    /// <summary>The six stiffnesses of pure modes in rising order | GPa.</summary>
    public IReadOnlyList<double> Eigenvalues => [.. stiffness.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()];

    /// <summary>Whether every small strain costs energy. Source: M. Born, Math. Proc. Camb. Phil. Soc. 36, 160 (1940).</summary>
    public bool IsStable => Eigenvalues[0] > 0;

    /// <summary>Whether every component is 0: a pore.</summary>
    public bool IsVoid => stiffness.Enumerate().All(value => value == 0);

    /// <summary>Bulk modulus at even strain (Voigt), an upper bound | GPa.</summary>
    public double VoigtBulkModulus => (Diagonal(stiffness, 0) + (2 * OffDiagonal(stiffness))) / 9;

    /// <summary>Bulk modulus at even stress (Reuss), a lower bound | GPa.</summary>
    public double ReussBulkModulus => 1 / (Diagonal(compliance.Value, 0) + (2 * OffDiagonal(compliance.Value)));

    /// <summary>Shear modulus at even strain (Voigt), an upper bound | GPa.</summary>
    public double VoigtShearModulus => (Diagonal(stiffness, 0) - OffDiagonal(stiffness) + (3 * Diagonal(stiffness, 3))) / 15;

    /// <summary>Shear modulus at even stress (Reuss), a lower bound | GPa.</summary>
    public double ReussShearModulus =>
        15 / ((4 * Diagonal(compliance.Value, 0)) - (4 * OffDiagonal(compliance.Value)) + (3 * Diagonal(compliance.Value, 3)));

    /// <summary>Bulk modulus of a polycrystal, the mean of the bounds. Source: R. Hill, Proc. Phys. Soc. A 65, 349 (1952) | GPa.</summary>
    public double BulkModulus => (VoigtBulkModulus + ReussBulkModulus) / 2;

    /// <summary>Shear modulus of a polycrystal, the mean of the bounds | GPa.</summary>
    public double ShearModulus => (VoigtShearModulus + ReussShearModulus) / 2;

    /// <summary>The stress that a strain causes, Hooke's law (Eq. 21) | GPa.</summary>
    /// <param name="strain">Strain, shears as engineering strains | no unit.</param>
    public VoigtVector Stress(VoigtVector strain) => VoigtVector.Of(stiffness.Multiply(Vector<double>.Build.Dense(strain.ToArray())).AsArray());

    /// <summary>Energy that a strain stores in a volume, ½ ε : C : ε | GPa, which is GJ/m³.</summary>
    /// <param name="strain">Strain, shears as engineering strains | no unit.</param>
    public double EnergyDensity(VoigtVector strain) => strain.Dot(Stress(strain)) / 2;

    /// <summary>The matrix | GPa, 6×6, a copy.</summary>
    public double[,] ToArray() => stiffness.ToArray();

    /// <summary>The upper half of the matrix in GPa.</summary>
    public override string ToString() =>
        string.Join('\n', Enumerable.Range(0, 6).Select(row => string.Concat(Enumerable.Range(0, 6).Select(column => column < row ? "         " : $"{stiffness[row, column],9:F1}"))))
        + $"\nGPa; B {BulkModulus:F1}, G {ShearModulus:F1} GPa, {(IsStable ? "stable" : "not stable")}";

    private static double Diagonal(Matrix<double> m, int from) => m[from, from] + m[from + 1, from + 1] + m[from + 2, from + 2];

    private static double OffDiagonal(Matrix<double> m) => m[0, 1] + m[0, 2] + m[1, 2];
}
