namespace MatNotebooks.Crystals;

/// <summary>A point or a displacement in space.</summary>
/// <param name="X">Component along x | Å.</param>
/// <param name="Y">Component along y | Å.</param>
/// <param name="Z">Component along z | Å.</param>
public readonly record struct Cartesian(double X, double Y, double Z)
{
    /// <summary>Euclidean length | Å.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Scalar product | Å².</summary>
    public double Dot(Cartesian other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Vector product | Å².</summary>
    public Cartesian Cross(Cartesian other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>Sum of two displacements.</summary>
    public static Cartesian operator +(Cartesian left, Cartesian right) =>
        new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>Displacement from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static Cartesian operator -(Cartesian left, Cartesian right) =>
        new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>Displacement scaled by a number without unit.</summary>
    public static Cartesian operator *(double scale, Cartesian vector) =>
        new(scale * vector.X, scale * vector.Y, scale * vector.Z);

    /// <summary>The components as "(x, y, z)", to six decimals.</summary>
    public override string ToString() => $"({X:0.######}, {Y:0.######}, {Z:0.######})";
}
