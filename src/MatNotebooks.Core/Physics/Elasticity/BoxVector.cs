namespace MatNotebooks.Physics.Elasticity;

/// <summary>A displacement, a traction or a force in the axes of a box.</summary>
/// <param name="X">Along x.</param>
/// <param name="Y">Along y.</param>
/// <param name="Z">Along z.</param>
public readonly record struct BoxVector(double X, double Y, double Z)
{
    internal double[] ToArray() => [X, Y, Z];
}
