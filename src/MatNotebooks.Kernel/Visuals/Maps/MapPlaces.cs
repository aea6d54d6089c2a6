using MatNotebooks.Metrics;

namespace MatNotebooks.Kernel.Visuals.Maps;

/// <summary>Where points lie on a map and what its axes are.</summary>
/// <param name="X">Places along x.</param>
/// <param name="Y">Places along y.</param>
/// <param name="XTitle">What x is.</param>
/// <param name="YTitle">What y is.</param>
/// <param name="Method">How they were found, in words.</param>
/// <param name="Trust">Trustworthiness with 7 neighbours; NaN where there are too few points or too many.</param>
internal sealed record MapPlaces(double[] X, double[] Y, string XTitle, string YTitle, string Method, double Trust)
{
    internal static MapPlaces Of(IReadOnlyList<float[]> vectors, MapProjection projection)
    {
        var (places, x, y, method) = projection == MapProjection.Neighbors ? Neighbors(vectors) : Components(vectors);
        var trust = vectors.Count is >= 16 and <= NeighborMap.MostVectors ? Trustworthiness.Of(vectors, places) : double.NaN;
        return new(Column(places, 0), Column(places, 1), x, y, method, trust);
    }

    private static (double[,], string, string, string) Components(IReadOnlyList<float[]> vectors)
    {
        var found = PrincipalComponents.Of(vectors, vectors.Count > 0 && vectors[0].Length == 1 ? 1 : 2);
        var shares = found.VarianceShares.Append(0).Take(2).Select(share => $"{100 * share:0.#} %").ToArray();
        var places = new double[vectors.Count, 2];
        for (var row = 0; row < vectors.Count; row++)
            for (var axis = 0; axis < found.Scores.GetLength(1); axis++) places[row, axis] = found.Scores[row, axis];
        return (places, $"first component ({shares[0]} of the variance)", $"second component ({shares[1]})", $"principal components with {shares[0]} and {shares[1]} of the variance");
    }

    private static (double[,], string, string, string) Neighbors(IReadOnlyList<float[]> vectors)
    {
        var found = NeighborMap.Of(vectors);
        return (found.Places, "t-SNE, first axis (no unit)", "t-SNE, second axis (no unit)", $"t-SNE, divergence {Charts.Quantity.Of(found.Divergence, 3)} nats");
    }

    private static double[] Column(double[,] table, int column) => [.. Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, column])];
}
