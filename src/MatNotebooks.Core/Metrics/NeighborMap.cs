namespace MatNotebooks.Metrics;

/// <summary>
/// A map in two dimensions that keeps neighbours together (t-SNE: van der Maaten and Hinton, J. Mach. Learn. Res. 9, 2579, 2008), exact, begun
/// from the principal components. Distances between far groups mean little.
/// </summary>
/// <param name="Places">Where each vector lies, (rows, 2), no unit.</param>
/// <param name="Divergence">Kullback and Leibler's divergence of the map's neighbourhoods from the vectors' | nats.</param>
public sealed record NeighborMap(double[,] Places, double Divergence)
{
    /// <summary>How many vectors a map takes at most: time grows with their square.</summary>
    public const int MostVectors = 5000;

    /// <summary>Computes a map; the same vectors and options give the same map.</summary>
    /// <param name="rows">The vectors, 10 to 5,000, of equal length, finite.</param>
    /// <param name="perplexity">About how many neighbours each vector has | at least 2, less than a third of the rows. The default is 30, less for few rows.</param>
    /// <param name="iterations">Steps, at least 250. The default is 750.</param>
    /// <param name="cancellation">Ends it after the running step.</param>
    /// <exception cref="ArgumentException">Too few vectors or too many, of different length, a number that is not finite, or options out of range.</exception>
    public static NeighborMap Of(IReadOnlyList<float[]> rows, double? perplexity = null, int iterations = 750, CancellationToken cancellation = default)
    {
        Vectors.Check(rows);
        if (rows.Count is < 10 or > MostVectors)
            throw new ArgumentException($"{rows.Count} vectors; a neighbour map takes 10 to {MostVectors:N0}. Take PrincipalComponents, or a sample.");
        var wanted = perplexity ?? Math.Min(30, (rows.Count - 1) / 4.0);
        if (!(wanted >= 2 && wanted < rows.Count / 3.0))
            throw new ArgumentException($"The perplexity is {wanted}; it must be at least 2 and less than a third of the {rows.Count} vectors.");
        if (iterations < 250) throw new ArgumentException($"{iterations} iterations; at least 250 are needed to come to rest.");
        var descent = new NeighborDescent(NeighborDescent.Affinities(rows, wanted), Beginning(rows));
        for (var step = 0; step < iterations; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            descent.Step(exaggeration: step < 250 ? 12 : 1, momentum: step < 250 ? 0.5 : 0.8);
        }
        return new(descent.Places(), descent.Divergence());
    }

    // Principal components on a tiny scale; vectors of one number have a second component of zeros, which must not be a line of balance.
    private static double[,] Beginning(IReadOnlyList<float[]> rows)
    {
        var components = PrincipalComponents.Of(rows, Math.Min(2, rows[0].Length));
        var (scores, random, places) = (components.Scores, new Random(0), new double[rows.Count, 2]);
        var spread = Math.Sqrt(Enumerable.Range(0, rows.Count).Average(row => scores[row, 0] * scores[row, 0])) + double.Epsilon;
        for (var row = 0; row < rows.Count; row++)
            for (var axis = 0; axis < 2; axis++)
                places[row, axis] = ((axis < scores.GetLength(1) ? scores[row, axis] / spread : 0) + (1e-3 * random.NextDouble())) * 1e-4;
        return places;
    }
}
