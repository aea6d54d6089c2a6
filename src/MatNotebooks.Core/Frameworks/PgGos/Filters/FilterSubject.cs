using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Physics;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>A candidate before the filters; what several of them need is computed once.</summary>
public sealed class FilterSubject
{
    private readonly Lazy<ShortPairs> pairs;
    private readonly Lazy<ChargeBalance> charges;

    /// <summary>Takes a candidate.</summary>
    /// <param name="crystal">The structure, every site filled by one element.</param>
    /// <param name="stiffness">Its elastic constants, where somebody has computed them. The default is nobody.</param>
    /// <exception cref="ArgumentException">A site is shared.</exception>
    public FilterSubject(Crystal crystal, ElasticTensor? stiffness = null)
    {
        if (!crystal.IsOrdered)
            throw new ArgumentException($"Crystal {crystal.Id ?? "without id"} has a partly occupied site; filters judge crystals whose sites are filled by one element each.");
        (Crystal, Stiffness) = (crystal, stiffness);
        pairs = new(() => ShortPairs.Of(crystal, BondValenceFilter.Cutoff), LazyThreadSafetyMode.None);
        charges = new(() => ChargeBalance.Of(crystal), LazyThreadSafetyMode.None);
    }

    /// <summary>The structure.</summary>
    public Crystal Crystal { get; }

    /// <summary>Its elastic constants | GPa; null where unknown.</summary>
    public ElasticTensor? Stiffness { get; }

    /// <summary>The charges that balance best.</summary>
    public ChargeBalance Charges => charges.Value;

    /// <summary>All pairs of sites, images included, within 4.5 Å.</summary>
    internal ShortPairs Pairs => pairs.Value;

    /// <summary>Element of a site.</summary>
    internal Element ElementOf(int site) => Crystal.Sites[site].Element;
}
