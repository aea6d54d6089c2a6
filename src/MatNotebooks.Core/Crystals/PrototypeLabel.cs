using System.Globalization;

namespace MatNotebooks.Crystals;

/// <summary>
/// Names the structure type of a crystal, whatever elements it has: the anonymous formula, the space group, and for each letter of the
/// formula the multiplicities of its Wyckoff positions, such as "ABC3 Pm-3m (221): 1 1 3" of the cubic perovskites.
/// </summary>
/// <remarks>
/// Letters of Wyckoff positions depend on the choice of origin and are left out: the label is the same for every cell, origin and
/// setting, and types that only such letters tell apart share one, which errs to the safe side when types must not be torn apart.
/// </remarks>
public static class PrototypeLabel
{
    /// <summary>The label of one crystal.</summary>
    /// <param name="crystal">The crystal; a shared site counts for the species with the greatest occupancy.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    public static string Of(Crystal crystal, double tolerance = 0.01)
    {
        var found = SymmetryFinder.FindPositions(crystal, tolerance);
        var species = found.Positions
            .GroupBy(position => position.Site.Element, position => position.Multiplicity)
            .Select(one => (Sites: one.Sum(), Places: string.Join('+', one.Order())))
            .OrderBy(one => one.Sites).ThenBy(one => one.Places, StringComparer.Ordinal).ToArray();
        var divisor = species.Select(one => one.Sites).Aggregate(GreatestCommonDivisor);
        return $"{Anonymous(species.Select(one => one.Sites / divisor))} {found.International} ({found.Number}): {string.Join(' ', species.Select(one => one.Places))}";
    }

    /// <summary>The labels of many crystals, found in parallel, in their order.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry of one; the message names it.</exception>
    public static IReadOnlyList<string> OfMany(IReadOnlyList<Crystal> crystals, double tolerance = 0.01)
    {
        var labels = new string[crystals.Count];
        ParallelRows.For(labels.Length, row => labels[row] = Of(crystals[row], tolerance));
        return labels;
    }

    private static string Anonymous(IEnumerable<int> amounts) =>
        string.Concat(amounts.Index().Select(one => Letter(one.Index) + (one.Item == 1 ? "" : one.Item.ToString(CultureInfo.InvariantCulture))));

    // A to Z, then Aa to Za and so on: disordered crystals may hold more elements than there are letters.
    private static string Letter(int index) => (char)('A' + (index % 26)) + (index < 26 ? "" : $"{(char)('a' + (index / 26) - 1)}");

    private static int GreatestCommonDivisor(int left, int right)
    {
        while (right != 0) (left, right) = (right, left % right);
        return left;
    }
}
