using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>
/// Born's stability: every eigenvalue of the stiffness is positive, so that every strain costs energy. It is the criterion that holds in all
/// crystal systems, of which the known inequalities of each system are the special cases (a constraint of Eq. 19).
/// </summary>
/// <remarks>Reads a table whose first columns are the constants of a form | GPa. Source: F. Mouhat, F.-X. Coudert, Phys. Rev. B 90, 224104 (2014).</remarks>
public sealed record BornStability : PhysicalConstraint
{
    /// <summary>Demands a positive definite stiffness.</summary>
    /// <param name="form">Which constants the first columns are.</param>
    /// <param name="margin">Lowest eigenvalue that obeys | GPa, 0 or more. The default is 0.</param>
    /// <param name="scale">What a violation is measured in | GPa, greater than 0. The default is 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative, or the scale not greater than 0.</exception>
    public BornStability(StiffnessForm form, double margin = 0, double scale = 100)
    {
        if (!(margin >= 0 && double.IsFinite(margin))) throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be 0 GPa or more.");
        (Form, Margin, Scale) = (form, margin, Positive(scale, nameof(scale)));
    }

    /// <summary>Which constants the first columns are.</summary>
    public StiffnessForm Form { get; }

    /// <summary>Lowest eigenvalue that obeys | GPa.</summary>
    public double Margin { get; }

    /// <summary>What a violation is measured in | GPa.</summary>
    public double Scale { get; }

    /// <summary>What each eigenvalue lacks to the margin, (samples, 6) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa.</param>
    /// <exception cref="ArgumentException">There are too few columns.</exception>
    public override Tensor Violation(Tensor predicted) => (Margin - linalg.eigvalsh(Form.Matrices(predicted))).relu() / Scale;
}
