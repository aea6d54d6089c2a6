namespace MatNotebooks.Crystals;

/// <summary>Fractional coordinates: a position in units of the lattice vectors.</summary>
/// <param name="A">Part of lattice vector a | no unit; [0, 1) inside the cell.</param>
/// <param name="B">Part of lattice vector b | no unit; [0, 1) inside the cell.</param>
/// <param name="C">Part of lattice vector c | no unit; [0, 1) inside the cell.</param>
public readonly record struct Fractional(double A, double B, double C)
{
    /// <summary>The same position moved into the cell, every coordinate in [0, 1).</summary>
    public Fractional Wrapped => new(Wrap(A), Wrap(B), Wrap(C));

    /// <summary>Sum of two positions.</summary>
    public static Fractional operator +(Fractional left, Fractional right) =>
        new(left.A + right.A, left.B + right.B, left.C + right.C);

    /// <summary>Displacement from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static Fractional operator -(Fractional left, Fractional right) =>
        new(left.A - right.A, left.B - right.B, left.C - right.C);

    /// <summary>The coordinates as "(a, b, c)", to six decimals.</summary>
    public override string ToString() => $"({A:0.######}, {B:0.######}, {C:0.######})";

    /// <summary>The displacement between the same points with every coordinate in [-0.5, 0.5].</summary>
    internal Fractional Centered => new(A - Math.Round(A), B - Math.Round(B), C - Math.Round(C));

    private static double Wrap(double value)
    {
        var wrapped = value - Math.Floor(value);
        return wrapped < 1 ? wrapped : 0; // -1e-17 - floor(-1e-17) rounds to 1
    }
}
