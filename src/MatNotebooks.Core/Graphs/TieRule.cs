namespace MatNotebooks.Graphs;

/// <summary>What happens to neighbours as far away as the last one kept, when an atom keeps only its nearest.</summary>
public enum TieRule
{
    /// <summary>
    /// Every neighbour up to 0.01 Å beyond the last one is kept too, so that a shell of equal neighbours is never split. An atom may
    /// then have more than <see cref="GraphOptions.MaxNeighbors"/> (in rocksalt 18 for 12), and the graph depends neither on the order of
    /// the sites nor on the choice of the cell. Coordinates are published rounded to about 1e-4 Å, well inside this tolerance.
    /// </summary>
    KeepShell,

    /// <summary>
    /// Exactly the nearest are kept; of distances equal to the last bit first the one with the lower site index, then the one with the
    /// lower cell shift (a, then b, then c). This is CGCNN's count; the same crystal with its sites in another order, or turned, may
    /// give another graph.
    /// </summary>
    Cut,
}
