using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>
/// Young's modulus and Poisson's ratio that fit bulk and shear modulus, E = 9KG/(3K + G) and ν = (3K − 2G)/(2(3K + G)) (a constraint of Eq. 19).
/// </summary>
/// <remarks>Both are multiplied out, so that nothing is divided by moduli that a young network predicts to be 0.</remarks>
public sealed record IsotropicModuli : PhysicalConstraint
{
    /// <summary>Names the columns.</summary>
    /// <param name="bulk">Column of the bulk modulus | GPa.</param>
    /// <param name="shear">Column of the shear modulus | GPa.</param>
    /// <param name="young">Column of Young's modulus | GPa; null, where it is not predicted.</param>
    /// <param name="poisson">Column of Poisson's ratio | no unit; null, where it is not predicted.</param>
    /// <param name="scale">What moduli are measured in | GPa, greater than 0. The default is 100.</param>
    /// <exception cref="ArgumentException">Neither Young's modulus nor Poisson's ratio is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not greater than 0.</exception>
    public IsotropicModuli(int bulk, int shear, int? young, int? poisson, double scale = 100)
    {
        if (young is null && poisson is null) throw new ArgumentException("Neither Young's modulus nor Poisson's ratio is named; name the column of one at least.");
        (Bulk, Shear, Young, Poisson, Scale) = (bulk, shear, young, poisson, Positive(scale, nameof(scale)));
    }

    /// <summary>Column of the bulk modulus.</summary>
    public int Bulk { get; }

    /// <summary>Column of the shear modulus.</summary>
    public int Shear { get; }

    /// <summary>Column of Young's modulus, or null.</summary>
    public int? Young { get; }

    /// <summary>Column of Poisson's ratio, or null.</summary>
    public int? Poisson { get; }

    /// <summary>What moduli are measured in | GPa.</summary>
    public double Scale { get; }

    /// <summary>E(3K + G) − 9KG and 2ν(3K + G) − (3K − 2G), moduli in the scale, (samples, 1 or 2) | no unit.</summary>
    /// <param name="predicted">(samples, columns) | GPa, Poisson's ratio without unit.</param>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        CheckColumns(predicted, Bulk, Shear, Young ?? Bulk, Poisson ?? Bulk);
        var (bulk, shear) = (predicted.select(1, Bulk) / Scale, predicted.select(1, Shear) / Scale);
        var stiff = (bulk * 3) + shear;
        var demands = new List<Tensor>();
        if (Young is { } young) demands.Add((predicted.select(1, young) / Scale * stiff) - (bulk * shear * 9));
        if (Poisson is { } poisson) demands.Add((predicted.select(1, poisson) * stiff * 2) - ((bulk * 3) - (shear * 2)));
        return stack(demands, 1);
    }
}
