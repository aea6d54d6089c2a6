using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>
/// Whether a composition could be a compound: charges of its elements exist that add up to 0, every cation less electronegative than every
/// anion. Elements and alloys of metals pass.
/// </summary>
/// <remarks>
/// The rule of SMACT (Davies et al., Chem 1, 617 (2016)) as CDVAE's protocol uses it, with this project's table of charges, which is not
/// SMACT's: shares differ by some per cent. All atoms of an element have one charge.
/// </remarks>
public static class CompositionValidity
{
    private static readonly HashSet<string> NonMetals =
        [.. "H He B C N O F Ne Si P S Cl Ar As Se Br Kr Te I Xe At Rn".Split(' ')];

    /// <summary>Whether the composition passes.</summary>
    public static bool Holds(Composition composition)
    {
        var elements = composition.Elements;
        if (elements.Count == 1 || elements.All(element => !NonMetals.Contains(element.Symbol))) return true;
        if (elements.Any(element => element.Electronegativity is null)) return false;
        // From the least to the most electronegative: cations are a first part of the list, anions the rest.
        Element[] ordered = [.. elements.OrderBy(element => element.Electronegativity)];
        return IsNeutral(composition, ordered, 0, 0, isAnion: false);
    }

    private static bool IsNeutral(Composition composition, Element[] ordered, int place, double charge, bool isAnion)
    {
        if (place == ordered.Length) return Math.Abs(charge) < 1e-6 && isAnion;
        var element = ordered[place];
        foreach (var state in element.OxidationStates.Select(known => known.Charge))
        {
            if (state == 0 || (isAnion && state > 0)) continue;
            // Equal electronegativities cannot stand on both sides.
            if (state < 0 && !isAnion && (place == 0 || ordered[place - 1].Electronegativity >= element.Electronegativity)) continue;
            if (IsNeutral(composition, ordered, place + 1, charge + (state * composition[element]), isAnion || state < 0)) return true;
        }
        return false;
    }
}
