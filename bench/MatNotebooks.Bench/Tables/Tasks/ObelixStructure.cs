using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>
/// What a disordered crystal says of its lithium: numbers that need no choice of which of the partly filled sites are filled, as each site
/// counts with its occupancy.
/// </summary>
/// <param name="Occupancy">Mean occupancy of the sites that hold lithium | 0 to 1.</param>
/// <param name="Neighbor">Mean distance from a lithium site to the nearest other | Å; sites nearer than 1 Å are one site split in two.</param>
/// <param name="Anion">Mean distance from a lithium site to the nearest anion | Å.</param>
/// <param name="Mixed">Share of all sites that are not filled by one species alone | 0 to 1.</param>
internal sealed record ObelixStructure(double Occupancy, double Neighbor, double Anion, double Mixed)
{
    private const double SplitSite = 1; // Å
    private const double Far = 6; // Å; beyond, there is no neighbour to speak of

    private static readonly HashSet<string> Anions = ["N", "O", "F", "S", "Cl", "Se", "Br", "Te", "I", "H"];

    /// <summary>The numbers, (4).</summary>
    public double[] Numbers => [Occupancy, Neighbor, Anion, Mixed];

    /// <summary>Measures a crystal.</summary>
    /// <returns>Null where it holds no lithium.</returns>
    public static ObelixStructure? Of(Crystal crystal)
    {
        var sites = Enumerable.Range(0, crystal.Sites.Length);
        var lithium = sites.Select(site => Share(crystal.Sites[site], symbol => symbol == "Li")).ToArray();
        if (lithium.All(share => share == 0)) return null;
        var anions = sites.Select(site => Share(crystal.Sites[site], Anions.Contains)).ToArray();
        var graph = CrystalGraph.Of(crystal, new() { Cutoff = Far, MaxNeighbors = null });
        int[] holders = [.. sites.Where(site => lithium[site] > 0)];
        return new(
            holders.Average(site => lithium[site]),
            holders.Average(site => Nearest(graph, site, lithium)),
            holders.Average(site => Nearest(graph, site, anions)),
            crystal.Sites.Average(site => site.IsOrdered ? 0.0 : 1));
    }

    private static double Share(Site site, Func<string, bool> wanted) => site.Occupants.Where(occupant => wanted(occupant.Element.Symbol)).Sum(occupant => occupant.Occupancy);

    /// <summary>Edges stand from the nearest to the farthest.</summary>
    private static double Nearest(CrystalGraph graph, int from, double[] shares)
    {
        for (var edge = graph.FirstEdge[from]; edge < graph.FirstEdge[from + 1]; edge++)
            if (shares[graph.Senders[edge]] > 0 && graph.Distances[edge] > SplitSite) return graph.Distances[edge];
        return Far;
    }
}
