using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>
/// The shape of the cells of a crystal system: which numbers are free. Each value that the scales can say gives a cell that
/// <see cref="Lattice"/> takes: extents are positive by their logarithms, and no vector leans by more than about its own length.
/// </summary>
internal sealed class CellFamily
{
    private const double Lean = 1.05; // reduced cells lean by at most half; spglib's monoclinic ones by at most one
    private static readonly LevelScale Volume = new(Math.Log(2.5), Math.Log(300)); // Å³ per atom: diamond at 10 GPa has 5, rare gases 60
    private static readonly LevelScale Upright = new(-2.5, 3.2), Sideways = new(-2, 3.2); // up to 24 times as high as wide

    private static readonly CellFamily
        Cubic = new((TokenSlot.Volume, Volume)),
        Tetragonal = new((TokenSlot.Volume, Volume), (TokenSlot.Height, Upright)),
        Hexagonal = new((TokenSlot.Volume, Volume), (TokenSlot.Height, Upright)) { IsHexagonal = true },
        Orthorhombic = new((TokenSlot.Volume, Volume), (TokenSlot.Width, Sideways), (TokenSlot.Height, Upright)),
        Monoclinic = new(
            (TokenSlot.Volume, Volume), (TokenSlot.Width, new(-2.2, 2.2)), (TokenSlot.Height, new(-2.2, 2.2)), (TokenSlot.LeanOfC, new(-Lean, Lean))),
        Triclinic = new(
            (TokenSlot.Volume, Volume), (TokenSlot.Width, new(-1.6, 1.6)), (TokenSlot.Height, new(-1.6, 1.6)),
            (TokenSlot.LeanOfB, new(-Lean, Lean)), (TokenSlot.LeanOfC, new(-Lean, Lean)), (TokenSlot.TiltOfC, new(-Lean, Lean)));

    private CellFamily(params (TokenSlot Slot, LevelScale Scale)[] free) => Free = free;

    /// <summary>The free numbers, in the order in which they are written.</summary>
    public IReadOnlyList<(TokenSlot Slot, LevelScale Scale)> Free { get; }

    private bool IsHexagonal { get; init; }

    /// <summary>The family of a space group.</summary>
    /// <param name="number">1 to 230.</param>
    public static CellFamily Of(int number) => number switch
    {
        <= 2 => Triclinic,
        <= 15 => Monoclinic,
        <= 74 => Orthorhombic,
        <= 142 => Tetragonal,
        <= 194 => Hexagonal,
        _ => Cubic,
    };

    /// <summary>The free numbers of a conventional cell.</summary>
    public double[] Read(Lattice lattice, int atoms)
    {
        var (a, b, c, alpha, beta, gamma) = lattice.Parameters;
        var (cosAlpha, cosBeta, cosGamma, sinGamma) = (Cos(alpha), Cos(beta), Cos(gamma), Math.Sin(gamma * Math.PI / 180));
        var (bx, by, cx) = (b * cosGamma, b * sinGamma, c * cosBeta);
        var cy = c * (cosAlpha - (cosBeta * cosGamma)) / sinGamma;
        var cz = lattice.Volume / (a * by);
        return [.. Free.Select(number => number.Slot switch
        {
            TokenSlot.Volume => Math.Log(lattice.Volume / atoms),
            TokenSlot.Width => Math.Log(by / a),
            TokenSlot.Height => Math.Log(cz / a),
            TokenSlot.LeanOfB => bx / a,
            TokenSlot.LeanOfC => cx / a,
            _ => cy / by,
        })];
    }

    /// <summary>The conventional cell of free numbers.</summary>
    public Lattice Build(IReadOnlyList<double> numbers, int atoms)
    {
        var width = IsHexagonal ? Math.Sqrt(0.75) : Math.Exp(Number(TokenSlot.Width));
        var height = Math.Exp(Number(TokenSlot.Height));
        var x = Math.Cbrt(Math.Exp(Number(TokenSlot.Volume)) * atoms / (width * height));
        var (y, z) = (x * width, x * height);
        var lean = IsHexagonal ? -0.5 : Number(TokenSlot.LeanOfB);
        return new(new(x, 0, 0), new(lean * x, y, 0), new(Number(TokenSlot.LeanOfC) * x, Number(TokenSlot.TiltOfC) * y, z));

        double Number(TokenSlot slot)
        {
            for (var place = 0; place < Free.Count; place++)
                if (Free[place].Slot == slot) return numbers[place];
            return 0; // what a family does not leave free is an extent as along x, or no lean
        }
    }

    private static double Cos(double degrees) => degrees == 90 ? 0 : Math.Cos(degrees * Math.PI / 180);
}
