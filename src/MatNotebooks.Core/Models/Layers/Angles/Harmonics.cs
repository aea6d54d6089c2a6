namespace MatNotebooks.Models.Layers.Angles;

/// <summary>
/// Real spherical harmonics of orders 1 to 4 of a direction, in Racah's normalisation: over the components of an order, those of two
/// directions multiply to Legendre's polynomial of the cosine between them.
/// </summary>
internal static class Harmonics
{
    /// <summary>Components of all orders: 3 + 5 + 7 + 9.</summary>
    public const int Count = 24;

    /// <summary>Where each order begins, and the end.</summary>
    public static IReadOnlyList<int> First { get; } = [0, 3, 8, 15, 24];

    /// <summary>Adds the harmonics of a direction.</summary>
    /// <param name="x">First component of the unit vector.</param>
    /// <param name="y">Second component.</param>
    /// <param name="z">Third component.</param>
    /// <param name="into">What they are added to, (<see cref="Count"/>).</param>
    public static void Add(double x, double y, double z, Span<float> into)
    {
        var (xx, yy, zz) = (x * x, y * y, z * z);
        Span<double> values =
        [
            x, y, z,
            Root(3) * x * y, Root(3) * y * z, Root(3) * z * x, ((3 * zz) - 1) / 2, Root(3) / 2 * (xx - yy),
            Root(5.0 / 8) * y * ((3 * xx) - yy), Root(15) * x * y * z, Root(3.0 / 8) * y * ((5 * zz) - 1), z * ((5 * zz) - 3) / 2,
            Root(3.0 / 8) * x * ((5 * zz) - 1), Root(15) / 2 * z * (xx - yy), Root(5.0 / 8) * x * (xx - (3 * yy)),
            Root(35) / 2 * x * y * (xx - yy), Root(35.0 / 8) * y * z * ((3 * xx) - yy), Root(5) / 2 * x * y * ((7 * zz) - 1),
            Root(5.0 / 8) * y * z * ((7 * zz) - 3), ((35 * zz * zz) - (30 * zz) + 3) / 8, Root(5.0 / 8) * x * z * ((7 * zz) - 3),
            Root(5) / 4 * (xx - yy) * ((7 * zz) - 1), Root(35.0 / 8) * x * z * (xx - (3 * yy)), Root(35) / 8 * ((xx * xx) - (6 * xx * yy) + (yy * yy)),
        ];
        for (var place = 0; place < Count; place++) into[place] += (float)values[place];
    }

    private static double Root(double value) => Math.Sqrt(value);
}
