namespace MatNotebooks.Metrics;

/// <summary>How far neighbours stay neighbours in a map (Venna and Kaski, 2001): trustworthiness with map and vectors exchanged.</summary>
public static class Continuity
{
    /// <summary>1 where the k nearest vectors are the k nearest in the map | no unit, 0 to 1; about 0.5 for a random map.</summary>
    /// <param name="original">Neighbours among the vectors.</param>
    /// <param name="map">Neighbours in the map.</param>
    /// <param name="neighbors">Neighbours that count, k | less than half of the vectors. The default is 10.</param>
    /// <exception cref="ArgumentException">Another number of places than vectors, or too many neighbours.</exception>
    public static double Of(NeighborOrder original, NeighborOrder map, int neighbors = 10)
    {
        NeighborOrder.Check(original, map, neighbors);
        return NeighborOrder.Kept(map, original, neighbors);
    }
}
