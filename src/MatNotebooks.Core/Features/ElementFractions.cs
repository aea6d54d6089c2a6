using MatNotebooks.Chemistry;

namespace MatNotebooks.Features;

/// <summary>Compositions as vectors over the periodic table: 103 columns, one per element. An element that is not there is 0, which is known and not missing.</summary>
public static class ElementFractions
{
    private const string Source = "the composition itself";

    /// <summary>Share of the atoms that each element has | no unit, 0 to 1; the sum of a row is 1.</summary>
    /// <param name="compositions">The compositions, (rows).</param>
    public static FeatureTable Of(IReadOnlyList<Composition> compositions) => Table("share of", compositions, share => share);

    /// <summary>Whether each element is there: 1 or 0.</summary>
    /// <param name="compositions">The compositions, (rows).</param>
    public static FeatureTable OneHot(IReadOnlyList<Composition> compositions) => Table("has", compositions, _ => 1);

    private static FeatureTable Table(string prefix, IReadOnlyList<Composition> compositions, Func<double, double> value)
    {
        Feature[] columns = [.. PeriodicTable.Elements.Select(element => new Feature($"{prefix} {element.Symbol}", "1", Source))];
        return FeatureTable.Fill(columns, compositions.Count, (row, values) =>
        {
            Span<int> numbers = stackalloc int[compositions[row].Elements.Count];
            Span<double> shares = stackalloc double[numbers.Length];
            compositions[row].CopyShares(numbers, shares);
            for (var place = 0; place < numbers.Length; place++) values[numbers[place] - 1] = value(shares[place]);
        });
    }
}
