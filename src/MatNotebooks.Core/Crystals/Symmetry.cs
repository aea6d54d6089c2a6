using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>The space group of a crystal and what it does to the sites.</summary>
/// <param name="Number">Number of the space group, 1 to 230.</param>
/// <param name="International">International symbol, such as "Fm-3m".</param>
/// <param name="Hall">Hall symbol, such as "-F 4 2 3".</param>
/// <param name="PointGroup">Point group, such as "m-3m".</param>
/// <param name="Operations">The operations on the fractional coordinates of the crystal's own cell.</param>
/// <param name="EquivalentSites">For each site the first site it is equivalent to | sites.</param>
/// <param name="WyckoffLetters">For each site its Wyckoff letter | sites.</param>
[TypeFormatterSource(typeof(SymmetryFormatterSource))]
public sealed record Symmetry(
    int Number,
    string International,
    string Hall,
    string PointGroup,
    IReadOnlyList<SymmetryOperation> Operations,
    IReadOnlyList<int> EquivalentSites,
    IReadOnlyList<char> WyckoffLetters)
{
    /// <summary>Crystal system: triclinic, monoclinic, orthorhombic, tetragonal, trigonal, hexagonal or cubic.</summary>
    public string CrystalSystem => Number switch
    {
        <= 2 => "triclinic",
        <= 15 => "monoclinic",
        <= 74 => "orthorhombic",
        <= 142 => "tetragonal",
        <= 167 => "trigonal",
        <= 194 => "hexagonal",
        _ => "cubic",
    };

    /// <summary>One line: symbol, number and crystal system.</summary>
    public override string ToString() => $"{International} ({Number}), {CrystalSystem}, {Operations.Count} operations";
}
