using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Moduli above 0: what an isotropic solid needs to be stable, and with it −1 &lt; ν &lt; ½ (a constraint of Eq. 19).</summary>
/// <remarks>The isotropic case of <see cref="BornStability"/>, for networks that predict moduli instead of constants.</remarks>
public sealed record PositiveModuli : PhysicalConstraint
{
    /// <summary>Names the columns.</summary>
    /// <param name="columns">Columns of the moduli, at least one | GPa.</param>
    /// <exception cref="ArgumentException">No column.</exception>
    public PositiveModuli(params IReadOnlyList<int> columns) =>
        Columns = columns.Count > 0 ? columns : throw new ArgumentException("There are no columns; name that of one modulus at least.");

    /// <summary>Columns of the moduli.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>What a violation is measured in | GPa, greater than 0. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Scale { get; init => field = Positive(value, nameof(Scale)); } = 100;

    /// <summary>What each modulus is below 0, (samples, moduli) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa.</param>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        CheckColumns(predicted, [.. Columns]);
        return stack([.. Columns.Select(column => (-predicted.select(1, column)).relu())], 1) / Scale;
    }
}
