using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>The three vectors that repeat a crystal.</summary>
[TypeFormatterSource(typeof(LatticeFormatterSource))]
public sealed partial record Lattice
{
    private const double SmallestVolume = 1e-3; // Å³; a hydrogen atom takes some 2 Å³ in any solid
    private const double SmallestSpacing = 0.1; // Å; with the next bounds how many periodic images a search has to look at
    private const double SmallestSlant = 0.01; // spacing of lattice planes over length of the vector that crosses them

    /// <summary>Builds a lattice from its vectors.</summary>
    /// <param name="a">First lattice vector | Å.</param>
    /// <param name="b">Second lattice vector | Å.</param>
    /// <param name="c">Third lattice vector | Å.</param>
    /// <exception cref="ArgumentException">
    /// The vectors span less than 0.001 Å³, leave less than 0.1 Å (or 1 % of a vector) between lattice planes, or hold a value
    /// that is not finite.
    /// </exception>
    public Lattice(Cartesian a, Cartesian b, Cartesian c)
    {
        (A, B, C) = (a, b, c);
        var volume = a.Dot(b.Cross(c));
        if (!double.IsFinite(volume) || Math.Abs(volume) < SmallestVolume)
            throw new ArgumentException(
                $"The lattice vectors {a}, {b}, {c} span {volume:g4} Å³; a cell needs at least {SmallestVolume} Å³. Check lengths and angles.");
        SignedVolume = volume;
        var (first, second, third) = Spacings;
        if (!(Math.Min(first, Math.Min(second, third)) >= SmallestSpacing)
            || !(Math.Min(first / a.Length, Math.Min(second / b.Length, third / c.Length)) >= SmallestSlant))
            throw new ArgumentException(
                $"The lattice vectors {a}, {b}, {c} leave {first:g4}, {second:g4} and {third:g4} Å between lattice planes; at least {SmallestSpacing} Å and {SmallestSlant} of the vector's length are needed. Take a cell that is less skewed.");
    }

    /// <summary>First lattice vector | Å.</summary>
    public Cartesian A { get; }

    /// <summary>Second lattice vector | Å.</summary>
    public Cartesian B { get; }

    /// <summary>Third lattice vector | Å.</summary>
    public Cartesian C { get; }

    /// <summary>Cell volume | Å³, positive.</summary>
    public double Volume => Math.Abs(SignedVolume);

    private double SignedVolume { get; }

    /// <summary>Lengths a, b, c | Å, and angles α (b, c), β (a, c), γ (a, b) | degrees.</summary>
    public (double A, double B, double C, double Alpha, double Beta, double Gamma) Parameters =>
        (A.Length, B.Length, C.Length, Angle(B, C), Angle(A, C), Angle(A, B));

    /// <summary>Distances between the lattice planes that a (then b, c) crosses: how thick the cell is | Å.</summary>
    public (double A, double B, double C) Spacings =>
        (Volume / B.Cross(C).Length, Volume / C.Cross(A).Length, Volume / A.Cross(B).Length);

    /// <summary>A cubic lattice.</summary>
    /// <param name="a">Edge | Å, greater than 0.</param>
    public static Lattice Cubic(double a) => FromParameters(a, a, a, 90, 90, 90);

    /// <summary>Builds a lattice from lengths and angles: c along z, a in the xz plane.</summary>
    /// <param name="a">Length of a | Å, greater than 0.</param>
    /// <param name="b">Length of b | Å, greater than 0.</param>
    /// <param name="c">Length of c | Å, greater than 0.</param>
    /// <param name="alpha">Angle between b and c | degrees, between 0 and 180.</param>
    /// <param name="beta">Angle between a and c | degrees, between 0 and 180.</param>
    /// <param name="gamma">Angle between a and b | degrees, between 0 and 180.</param>
    /// <exception cref="ArgumentException">No cell has these lengths and angles.</exception>
    public static Lattice FromParameters(double a, double b, double c, double alpha, double beta, double gamma)
    {
        var (cosAlpha, sinAlpha) = CosSin(alpha);
        var (cosBeta, sinBeta) = CosSin(beta);
        var cosGammaStar = ((cosAlpha * cosBeta) - CosSin(gamma).Cos) / (sinAlpha * sinBeta);
        var isAngle = alpha is > 0 and < 180 && beta is > 0 and < 180 && gamma is > 0 and < 180;
        if (!(a > 0 && b > 0 && c > 0 && isAngle && Math.Abs(cosGammaStar) < 1))
            throw new ArgumentException(
                $"No cell has a={a} b={b} c={c} Å, α={alpha} β={beta} γ={gamma}°: lengths must be positive, angles between 0 and 180°, and each angle less than the sum of the other two.");
        var sinGammaStar = Math.Sqrt(1 - (cosGammaStar * cosGammaStar));
        return new(
            new(a * sinBeta, 0, a * cosBeta),
            new(-b * sinAlpha * cosGammaStar, b * sinAlpha * sinGammaStar, b * cosAlpha),
            new(0, 0, c));
    }

    /// <summary>Position in space of fractional coordinates | Å.</summary>
    public Cartesian ToCartesian(Fractional position) =>
        (position.A * A) + (position.B * B) + (position.C * C);

    /// <summary>Fractional coordinates of a position in space.</summary>
    public Fractional ToFractional(Cartesian position) => new(
        position.Dot(B.Cross(C)) / SignedVolume,
        position.Dot(C.Cross(A)) / SignedVolume,
        position.Dot(A.Cross(B)) / SignedVolume);

    /// <summary>Lengths in Å and angles in degrees, in one line.</summary>
    public override string ToString()
    {
        var (a, b, c, alpha, beta, gamma) = Parameters;
        return $"a={a:0.####} b={b:0.####} c={c:0.####} Å, α={alpha:0.###} β={beta:0.###} γ={gamma:0.###}°";
    }

    private static double Angle(Cartesian left, Cartesian right) =>
        Math.Acos(Math.Clamp(left.Dot(right) / (left.Length * right.Length), -1, 1)) * 180 / Math.PI;

    private static (double Cos, double Sin) CosSin(double degrees)
    {
        if (degrees == 90) return (0, 1); // exact, so that orthogonal cells stay orthogonal
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return (cos, sin);
    }
}
