using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>Effective stiffness of layers, exact: strains along the layers and stresses across them are the same in all.</summary>
/// <remarks>Source: G. E. Backus, J. Geophys. Res. 67, 4427 (1962), for phases of any symmetry.</remarks>
public static class Laminate
{
    private static readonly int[][] Across = [[0, 4, 5], [1, 3, 5], [2, 3, 4]]; // components with the normal among their axes, per axis

    /// <summary>Stiffness of the layers together.</summary>
    /// <param name="phases">Stiffness of each layer | GPa, positive definite.</param>
    /// <param name="fractions">Share of each layer | greater than 0, sum 1.</param>
    /// <param name="normal">The axis across the layers: XX, YY or ZZ.</param>
    /// <exception cref="ArgumentException">A layer is not stable, the shares do not fit, or the normal is a shear.</exception>
    public static ElasticTensor Stiffness(IReadOnlyList<ElasticTensor> phases, IReadOnlyList<double> fractions, VoigtComponent normal)
    {
        if (normal > VoigtComponent.ZZ) throw new ArgumentException($"The normal is {normal}; it is one of XX, YY and ZZ.");
        if (phases.Count != fractions.Count || phases.Count == 0 || fractions.Any(part => !(part > 0)) || Math.Abs(fractions.Sum() - 1) > 1e-9)
            throw new ArgumentException($"There are {phases.Count} layers with shares of {string.Join(", ", fractions)}; each needs one greater than 0, and their sum is 1.");
        foreach (var (index, phase) in phases.Index())
            if (!phase.IsStable) throw new ArgumentException($"Layer {index} is not positive definite: its lowest eigenvalue is {phase.Eigenvalues[0]:g4} GPa.");
        return Assembled(phases, fractions, Across[(int)normal]);
    }

    private static ElasticTensor Assembled(IReadOnlyList<ElasticTensor> phases, IReadOnlyList<double> fractions, int[] across)
    {
        int[] along = [.. Enumerable.Range(0, 6).Except(across)];
        var (soft, coupling, rest) = (Zero(), Zero(), Zero()); // means of C_nn⁻¹, of C_nn⁻¹ C_nt, and of C_tt − C_tn C_nn⁻¹ C_nt
        foreach (var (phase, part) in phases.Zip(fractions))
        {
            var inverse = Block(phase, across, across).Inverse();
            var mixed = inverse * Block(phase, across, along);
            soft += part * inverse;
            coupling += part * mixed;
            rest += part * (Block(phase, along, along) - (Block(phase, along, across) * mixed));
        }
        var normal = soft.Inverse();
        var tangent = normal * coupling;
        var whole = new double[6, 6];
        Put(normal, across, across);
        Put(tangent, across, along);
        Put(tangent.Transpose(), along, across);
        Put(rest + (coupling.Transpose() * tangent), along, along);
        return new(whole);

        void Put(Matrix<double> block, int[] rows, int[] columns)
        {
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 3; j++)
                    whole[rows[i], columns[j]] = block[i, j];
        }
    }

    private static Matrix<double> Zero() => Matrix<double>.Build.Dense(3, 3);

    private static Matrix<double> Block(ElasticTensor phase, int[] rows, int[] columns) =>
        Matrix<double>.Build.Dense(3, 3, (i, j) => phase[rows[i] + 1, columns[j] + 1]);
}
