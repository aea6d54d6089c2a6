namespace MatNotebooks.Physics.Elasticity;

/// <summary>A stress or a strain in Voigt's notation; the shears of a strain are engineering strains, 2ε.</summary>
/// <param name="XX">Along x | GPa for a stress, no unit for a strain; so the others.</param>
/// <param name="YY">Along y.</param>
/// <param name="ZZ">Along z.</param>
/// <param name="YZ">Shear of y and z.</param>
/// <param name="XZ">Shear of x and z.</param>
/// <param name="XY">Shear of x and y.</param>
public readonly record struct VoigtVector(double XX, double YY, double ZZ, double YZ, double XZ, double XY)
{
    /// <summary>A component.</summary>
    /// <param name="component">Which.</param>
    public double this[VoigtComponent component] => component switch
    {
        VoigtComponent.XX => XX,
        VoigtComponent.YY => YY,
        VoigtComponent.ZZ => ZZ,
        VoigtComponent.YZ => YZ,
        VoigtComponent.XZ => XZ,
        VoigtComponent.XY => XY,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "A component is one of XX, YY, ZZ, YZ, XZ, XY."),
    };

    /// <summary>1 in one component and 0 in the others.</summary>
    /// <param name="component">Which is 1.</param>
    public static VoigtVector Unit(VoigtComponent component)
    {
        var values = new double[6];
        values[(int)component] = 1;
        return Of(values);
    }

    /// <summary>Sum of the products of the components: stress · strain is σ : ε, because shears are engineering strains | their units.</summary>
    /// <param name="other">The other factor.</param>
    public double Dot(VoigtVector other) =>
        (XX * other.XX) + (YY * other.YY) + (ZZ * other.ZZ) + (YZ * other.YZ) + (XZ * other.XZ) + (XY * other.XY);

    internal static VoigtVector Of(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3], values[4], values[5]);

    internal double[] ToArray() => [XX, YY, ZZ, YZ, XZ, XY];
}
