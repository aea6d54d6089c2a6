using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>
/// Bonds that add up to the charges of the ions. Residual: the global instability index, the root of the mean square of what each site's sum of
/// bond valences misses (Salinas-Sanchez et al., J. Solid State Chem. 100, 201, 1992) | e; known crystals have below about 0.2, strained ones more.
/// </summary>
/// <remarks>A bond of length d has the valence exp((R − d) / b); R from O'Keeffe and Brese, J. Am. Chem. Soc. 113, 3226 (1991).</remarks>
public sealed record BondValenceFilter : ICandidateFilter
{
    /// <summary>Bonds longer than this count nothing | Å.</summary>
    internal const double Cutoff = 4.5;

    private const int Rows = 104;

    private static readonly double[] UnitBonds = AllUnitBonds(); // Å, (104 × 104) by atomic numbers; NaN where a parameter is missing

    /// <summary>Sets limit and softness.</summary>
    /// <param name="limit">The greatest index that passes | e, greater than 0. The default is 1: what is not relaxed yet may come to rest.</param>
    /// <param name="softness">b | Å, greater than 0. The default is 0.37, Brown and Altermatt's, Acta Cryst. B 41, 244 (1985).</param>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public BondValenceFilter(double limit = 1, double softness = 0.37)
    {
        Limit = limit > 0 ? limit : throw new ArgumentOutOfRangeException(nameof(limit), limit, "The index must be greater than 0.");
        Softness = softness > 0 ? softness : throw new ArgumentOutOfRangeException(nameof(softness), softness, "The softness must be greater than 0 Å.");
    }

    /// <inheritdoc/>
    public string Name => "bond valence";

    /// <inheritdoc/>
    public string Unit => "e";

    /// <inheritdoc/>
    public double Limit { get; }

    /// <summary>How fast valence falls with length, b | Å.</summary>
    public double Softness { get; }

    /// <summary>Sum of bond valences of each site, positive where it is the less electronegative | e, (sites); null where an element has no parameters.</summary>
    /// <param name="crystal">Every site filled by one element.</param>
    public double[]? Sums(Crystal crystal) => Sums(new FilterSubject(crystal));

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        if (subject.Charges.IsMetallic || subject.Charges.Left > 0) return FilterVerdict.NotJudged(Name, Limit, "There are no balanced ions for bonds to add up to.");
        if (Sums(subject) is not { } sums) return FilterVerdict.NotJudged(Name, Limit, "Nobody gives bond-valence parameters for one of its elements.");
        var (squares, worst, worstSite) = (0.0, 0.0, 0);
        for (var site = 0; site < sums.Length; site++)
        {
            var missed = sums[site] - subject.Charges.ChargeOf(subject.ElementOf(site));
            squares += missed * missed;
            if (Math.Abs(missed) > Math.Abs(worst)) (worst, worstSite) = (missed, site);
        }
        return FilterVerdict.By(Name, Math.Sqrt(squares / sums.Length), Limit, () =>
            $"The bonds of {subject.ElementOf(worstSite)} (site {worstSite + 1}) add up to {sums[worstSite]:F2}, and its charge is {subject.Charges.ChargeOf(subject.ElementOf(worstSite)):G3}.");
    }

    private double[]? Sums(FilterSubject subject)
    {
        var sums = new double[subject.Crystal.Sites.Length];
        var elements = new Element[sums.Length];
        for (var site = 0; site < elements.Length; site++) elements[site] = subject.ElementOf(site);
        foreach (var (first, second, distance) in subject.Pairs.All)
        {
            var (one, other) = (elements[first], elements[second]);
            if (one.Number == other.Number || !(IsElectronegative(one) || IsElectronegative(other))) continue;
            var unit = UnitBonds[(one.Number * Rows) + other.Number];
            if (double.IsNaN(unit)) return null;
            var valence = Math.Exp((unit - distance) / Softness);
            var sign = one.Electronegativity < other.Electronegativity ? 1 : -1;
            sums[first] += sign * valence;
            sums[second] -= sign * valence;
        }
        return sums;
    }

    private static double[] AllUnitBonds()
    {
        var bonds = new double[Rows * Rows];
        Array.Fill(bonds, double.NaN);
        foreach (var one in PeriodicTable.Elements.Where(element => element.BondValence is not null))
            foreach (var other in PeriodicTable.Elements.Where(element => element.BondValence is not null))
                bonds[(one.Number * Rows) + other.Number] = one.BondValence!.UnitBond(other.BondValence!);
        return bonds;
    }

    // Those to which O'Keeffe and Brese's rule gives bonds; bonds of metals among themselves do not count.
    private static bool IsElectronegative(Element element) => element.Number is 1 or (>= 5 and <= 9) or (>= 14 and <= 17) or (>= 33 and <= 35) or (>= 51 and <= 53);
}
