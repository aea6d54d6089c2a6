using MatNotebooks.Chemistry;

namespace MatNotebooks.Features;

/// <summary>
/// Statistics of the facts of a composition's elements, for models that know no structure: of each fact least, greatest, range, mean,
/// average deviation, and mode.
/// </summary>
/// <remarks>
/// Shares of atoms xᵢ weigh the mean μ = Σ xᵢ pᵢ and the average deviation Σ xᵢ |pᵢ − μ|; the mode is the fact of the commonest element,
/// of equally common ones the least. Where one element of a composition lacks a fact, all statistics of the fact are NaN.
/// Source: Ward et al., npj Comput. Mater. 2, 16028 (2016).
/// </remarks>
public static class ElementDescriptors
{
    private static readonly string[] Statistics = ["minimum", "maximum", "range", "mean", "average deviation", "mode"];
    private static readonly double[][] OwnTables = [.. ElementProperty.All.Select(property => property.Table())];

    /// <summary>Describes compositions, in parallel: 96 columns, 6 for each of <see cref="ElementProperty.All"/>.</summary>
    /// <param name="compositions">The compositions, (rows).</param>
    public static FeatureTable Of(IReadOnlyList<Composition> compositions) => Of(compositions, ElementProperty.All, OwnTables);

    /// <summary>Describes compositions by facts of one's own choice, in parallel: 6 columns for each.</summary>
    /// <param name="compositions">The compositions, (rows).</param>
    /// <param name="properties">The facts, at least one.</param>
    /// <exception cref="ArgumentException">No fact, or two of one name.</exception>
    public static FeatureTable Of(IReadOnlyList<Composition> compositions, IReadOnlyList<ElementProperty> properties) => properties.Count > 0
        ? Of(compositions, properties, [.. properties.Select(property => property.Table())])
        : throw new ArgumentException($"No property was given; {nameof(ElementProperty)}.{nameof(ElementProperty.All)} has {ElementProperty.All.Count}.");

    private static FeatureTable Of(IReadOnlyList<Composition> compositions, IReadOnlyList<ElementProperty> properties, double[][] tables)
    {
        Feature[] columns = [.. properties.SelectMany(property => Statistics.Select(statistic => new Feature($"{statistic} {property.Name}", property.Unit, property.Source)))];
        return FeatureTable.Fill(columns, compositions.Count, (row, values) => Write(compositions[row], tables, values));
    }

    private static void Write(Composition composition, double[][] tables, Span<double> values)
    {
        Span<int> numbers = stackalloc int[composition.Elements.Count];
        Span<double> shares = stackalloc double[numbers.Length];
        composition.CopyShares(numbers, shares);
        for (var property = 0; property < tables.Length; property++)
            Write(tables[property], numbers, shares, values.Slice(property * Statistics.Length, Statistics.Length));
    }

    private static void Write(double[] table, ReadOnlySpan<int> numbers, ReadOnlySpan<double> shares, Span<double> values)
    {
        var (least, greatest, mean, mode, commonest) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, double.NaN, 0.0);
        for (var place = 0; place < numbers.Length; place++)
        {
            var (fact, share) = (table[numbers[place]], shares[place]);
            (least, greatest) = (Math.Min(least, fact), Math.Max(greatest, fact)); // NaN stays
            mean += share * fact;
            // 1e-9: shares that are equal but for rounding.
            if (share > commonest + 1e-9 || (share > commonest - 1e-9 && fact < mode)) (mode, commonest) = (fact, share);
        }
        var deviation = 0.0;
        for (var place = 0; place < numbers.Length; place++) deviation += shares[place] * Math.Abs(table[numbers[place]] - mean);
        (values[0], values[1], values[2], values[3], values[4]) = (least, greatest, greatest - least, mean, deviation);
        values[5] = double.IsNaN(mean) ? double.NaN : mode;
    }
}
