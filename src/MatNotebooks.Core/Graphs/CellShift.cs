namespace MatNotebooks.Graphs;

/// <summary>By how many lattice vectors a periodic image is shifted.</summary>
/// <param name="A">Along the first lattice vector.</param>
/// <param name="B">Along the second.</param>
/// <param name="C">Along the third.</param>
public readonly record struct CellShift(int A, int B, int C) : IComparable<CellShift>
{
    /// <summary>Orders by a, then b, then c.</summary>
    public int CompareTo(CellShift other) =>
        A != other.A ? A.CompareTo(other.A) : B != other.B ? B.CompareTo(other.B) : C.CompareTo(other.C);

    /// <summary>Sum of two shifts.</summary>
    public static CellShift operator +(CellShift left, CellShift right) => new(left.A + right.A, left.B + right.B, left.C + right.C);

    /// <summary>Shift from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static CellShift operator -(CellShift left, CellShift right) => new(left.A - right.A, left.B - right.B, left.C - right.C);

    /// <summary>A shift several times over.</summary>
    public static CellShift operator *(int times, CellShift shift) => new(times * shift.A, times * shift.B, times * shift.C);
}
