using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Simulation.Octet;

/// <summary>Two elements with eight valence electrons together.</summary>
/// <param name="First">Symbol of the element at the origin: the cation.</param>
/// <param name="Second">Symbol of the other element; the same for C, Si, Ge and Sn themselves.</param>
public sealed record OctetCompound(string First, string Second)
{
    /// <summary>The compounds of the table, 82 in a fixed order.</summary>
    public static ImmutableArray<OctetCompound> All { get; } =
    [
        .. Pairs("Li Na K Rb Cs", "F Cl Br I"),
        .. Pairs("Be Mg Ca Sr Ba Zn Cd", "O S Se Te"),
        .. Pairs("B Al Ga In", "N P As Sb"),
        .. Pairs("Cu Ag", "F Cl Br I"),
        new("C", "C"), new("Si", "Si"), new("Ge", "Ge"), new("Sn", "Sn"),
        new("Si", "C"), new("Ge", "C"), new("Ge", "Si"), new("Sn", "C"), new("Sn", "Si"), new("Sn", "Ge"),
    ];

    /// <summary>Both elements, the one at the origin first.</summary>
    public ImmutableArray<Element> Elements => [PeriodicTable.Find(First), PeriodicTable.Find(Second)];

    /// <summary>The symbols one after the other, such as "MgO" or "SiSi".</summary>
    public override string ToString() => First + Second;

    private static IEnumerable<OctetCompound> Pairs(string firsts, string seconds) =>
        from first in firsts.Split(' ')
        from second in seconds.Split(' ')
        select new OctetCompound(first, second);
}
