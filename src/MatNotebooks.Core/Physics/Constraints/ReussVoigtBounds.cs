using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>A modulus between its bounds in one table of predictions: Reuss ≤ K ≤ Voigt, and the same of G (a constraint of Eq. 19).</summary>
/// <remarks>Source: R. Hill, Proc. Phys. Soc. A 65, 349 (1952).</remarks>
public sealed record ReussVoigtBounds : PhysicalConstraint
{
    /// <summary>Names the columns.</summary>
    /// <param name="reuss">Column of the lower bound | GPa.</param>
    /// <param name="modulus">Column of the modulus | GPa.</param>
    /// <param name="voigt">Column of the upper bound | GPa.</param>
    /// <param name="scale">What a violation is measured in | GPa, greater than 0. The default is 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not greater than 0.</exception>
    public ReussVoigtBounds(int reuss, int modulus, int voigt, double scale = 100) =>
        (Reuss, Modulus, Voigt, Scale) = (reuss, modulus, voigt, Positive(scale, nameof(scale)));

    /// <summary>Column of the lower bound.</summary>
    public int Reuss { get; }

    /// <summary>Column of the modulus.</summary>
    public int Modulus { get; }

    /// <summary>Column of the upper bound.</summary>
    public int Voigt { get; }

    /// <summary>What a violation is measured in | GPa.</summary>
    public double Scale { get; }

    /// <summary>What the modulus is below Reuss and above Voigt, (samples, 2) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa.</param>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        CheckColumns(predicted, Reuss, Modulus, Voigt);
        var modulus = predicted.select(1, Modulus);
        return stack([predicted.select(1, Reuss) - modulus, modulus - predicted.select(1, Voigt)], 1).relu() / Scale;
    }
}
