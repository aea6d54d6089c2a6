using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Bulk and shear modulus between Reuss and Voigt of the stiffness predicted beside them (a constraint of Eq. 19).</summary>
/// <remarks>
/// Reads a table whose first columns are the constants of a form. A stiffness that is not stable has no lower bound: there only
/// <see cref="BornStability"/> acts, and Voigt's bound.
/// </remarks>
public sealed record ModuliWithinTensor : PhysicalConstraint
{
    /// <summary>Names the columns.</summary>
    /// <param name="form">Which constants the first columns are.</param>
    /// <param name="bulk">Column of the bulk modulus | GPa.</param>
    /// <param name="shear">Column of the shear modulus | GPa.</param>
    /// <param name="scale">What a violation is measured in | GPa, greater than 0. The default is 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not greater than 0.</exception>
    public ModuliWithinTensor(StiffnessForm form, int bulk, int shear, double scale = 100) =>
        (Form, Bulk, Shear, Scale) = (form, bulk, shear, Positive(scale, nameof(scale)));

    /// <summary>Which constants the first columns are.</summary>
    public StiffnessForm Form { get; }

    /// <summary>Column of the bulk modulus.</summary>
    public int Bulk { get; }

    /// <summary>Column of the shear modulus.</summary>
    public int Shear { get; }

    /// <summary>What a violation is measured in | GPa.</summary>
    public double Scale { get; }

    /// <summary>What K lacks to Reuss, what it is above Voigt, and the same of G, (samples, 4) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa.</param>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        CheckColumns(predicted, Bulk, Shear);
        var matrices = Form.Matrices(predicted);
        using var stable = linalg.eigvalsh(matrices.detach()).amin([1L]).gt(1e-6 * Scale);
        // Where there is no inverse another matrix stands in, whose bound is then left out: a gradient of infinity times 0 is no number.
        using var standIn = eye(6).to(predicted) * Scale;
        var reuss = StiffnessAverages.Reuss(where(stable.view(-1, 1, 1), matrices, standIn));
        var voigt = StiffnessAverages.Voigt(matrices);
        var (bulk, shear) = (predicted.select(1, Bulk), predicted.select(1, Shear));
        var kept = stable.to(predicted);
        return stack([
            (reuss.Bulk - bulk).relu() * kept, (bulk - voigt.Bulk).relu(),
            (reuss.Shear - shear).relu() * kept, (shear - voigt.Shear).relu(),
        ], 1) / Scale;
    }
}
