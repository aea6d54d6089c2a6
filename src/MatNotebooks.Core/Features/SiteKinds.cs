using MatNotebooks.Crystals;

namespace MatNotebooks.Features;

/// <summary>The sites of a crystal by element, elements in the order of their numbers. A shared site counts as its commonest species.</summary>
internal sealed class SiteKinds
{
    public SiteKinds(Crystal crystal)
    {
        OfSite = new int[crystal.Sites.Length];
        for (var site = 0; site < OfSite.Length; site++) OfSite[site] = crystal.Sites[site].Element.Number;
        int[] numbers = [.. OfSite.Distinct().Order()];
        Sizes = new int[numbers.Length];
        foreach (ref var site in OfSite.AsSpan())
        {
            site = Array.BinarySearch(numbers, site);
            Sizes[site]++;
        }
    }

    /// <summary>Kind of each site, from 0, (sites).</summary>
    public int[] OfSite { get; }

    /// <summary>How many sites each kind has, (kinds).</summary>
    public int[] Sizes { get; }
}
