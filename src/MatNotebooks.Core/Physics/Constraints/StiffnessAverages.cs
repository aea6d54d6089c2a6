using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Bulk and shear modulus of a polycrystal as differentiable functions of Voigt's matrices, (samples, 6, 6) | GPa.</summary>
/// <param name="Bulk">Bulk modulus, (samples).</param>
/// <param name="Shear">Shear modulus, (samples).</param>
internal sealed record StiffnessAverages(Tensor Bulk, Tensor Shear)
{
    /// <summary>At even strain: the upper bounds.</summary>
    public static StiffnessAverages Voigt(Tensor matrices)
    {
        var (diagonal, around, shears) = Sums(matrices);
        return new((diagonal + (around * 2)) / 9, (diagonal - around + (shears * 3)) / 15);
    }

    /// <summary>At even stress: the lower bounds of matrices that have an inverse.</summary>
    public static StiffnessAverages Reuss(Tensor matrices)
    {
        var (diagonal, around, shears) = Sums(matrices.inverse());
        return new((diagonal + (around * 2)).pow(-1), ((diagonal * 4) - (around * 4) + (shears * 3)).pow(-1) * 15);
    }

    // C11 + C22 + C33, C12 + C13 + C23, C44 + C55 + C66
    private static (Tensor Diagonal, Tensor Around, Tensor Shears) Sums(Tensor matrices)
    {
        var all = matrices.diagonal(0, 1, 2);
        var diagonal = all.narrow(1, 0, 3).sum(1);
        var block = matrices.narrow(1, 0, 3).narrow(2, 0, 3).sum([1L, 2L]);
        return (diagonal, (block - diagonal) / 2, all.narrow(1, 3, 3).sum(1));
    }
}
