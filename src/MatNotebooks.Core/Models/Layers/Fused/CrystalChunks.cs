using MatNotebooks.Graphs;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// A batch cut between crystals into parts of about equal work. No edge crosses a cut, so threads share nothing; the cuts depend on the
/// batch alone, so that sums over parts have one order whatever the number of threads.
/// </summary>
internal static class CrystalChunks
{
    private const int Most = 32;
    private const int Least = 256; // shells; a smaller part is not worth a thread

    /// <summary>Where each part's atoms begin, and where the last ends, (parts + 1).</summary>
    public static int[] Of(GraphBatch batch, int[] firstEdge)
    {
        var shells = firstEdge[^1];
        var size = Math.Max(Least, (shells + Most - 1) / Most);
        var cuts = new List<int> { 0 };
        for (var crystal = 1; crystal < batch.Crystals; crystal++)
        {
            if (firstEdge[batch.FirstAtom[crystal]] - firstEdge[cuts[^1]] >= size)
                cuts.Add(batch.FirstAtom[crystal]);
        }
        cuts.Add(batch.Atoms);
        return [.. cuts];
    }
}
