namespace MatNotebooks.Crystals.Diffraction;

/// <summary>Lattice planes: how often they cut the axes a, b and c of the cell.</summary>
/// <param name="H">Cuts of a.</param>
/// <param name="K">Cuts of b.</param>
/// <param name="L">Cuts of c.</param>
public readonly record struct MillerIndices(int H, int K, int L) : IComparable<MillerIndices>
{
    /// <summary>The indices as crystallographers write them, such as "111" or "11̄0", with spaces where one has two digits.</summary>
    public override string ToString()
    {
        var separator = Math.Max(Math.Abs(H), Math.Max(Math.Abs(K), Math.Abs(L))) > 9 ? " " : "";
        return $"{Barred(H)}{separator}{Barred(K)}{separator}{Barred(L)}";
    }

    /// <summary>By H, then K, then L.</summary>
    public int CompareTo(MillerIndices other) => (H, K, L).CompareTo((other.H, other.K, other.L));

    /// <summary>Whether one stands before the other.</summary>
    public static bool operator <(MillerIndices left, MillerIndices right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind the other.</summary>
    public static bool operator >(MillerIndices left, MillerIndices right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before the other or equals it.</summary>
    public static bool operator <=(MillerIndices left, MillerIndices right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands behind the other or equals it.</summary>
    public static bool operator >=(MillerIndices left, MillerIndices right) => left.CompareTo(right) >= 0;

    private static string Barred(int index) => index < 0 ? string.Concat(Math.Abs(index).ToString().Select(digit => $"{digit}\u0304")) : index.ToString();
}
