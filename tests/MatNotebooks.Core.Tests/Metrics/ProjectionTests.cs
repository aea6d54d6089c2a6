using System.Text.Json;
using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Metrics;

/// <summary>Against scikit-learn and numpy (tests/References/projections.py).</summary>
public sealed class ProjectionTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "projections.json"))).RootElement;

    private static readonly float[][] Rows = Reference.GetProperty("points").Deserialize<float[][]>()!;

    [Fact]
    public void Principal_components_are_those_of_scikit_learn()
    {
        var (found, theirs) = (PrincipalComponents.Of(Rows), Reference.GetProperty("pca").Deserialize<double[][]>()!);
        for (var axis = 0; axis < 2; axis++)
        {
            var sign = Math.Sign(found.Scores[0, axis] * theirs[0][axis]); // theirs follow another rule
            for (var row = 0; row < theirs.Length; row++) Assert.Equal(theirs[row][axis], sign * found.Scores[row, axis], 1e-4);
        }
        foreach (var (ours, share) in found.VarianceShares.Zip(Reference.GetProperty("variance").Deserialize<double[]>()!)) Assert.Equal(share, ours, 1e-6);
    }

    [Fact]
    public void Trustworthiness_is_that_of_scikit_learn() =>
        Assert.Equal(Reference.GetProperty("pcaTrust").GetDouble(), Trustworthiness.Of(Rows, PrincipalComponents.Of(Rows).Scores), 1e-9);

    [Fact]
    public void A_neighbour_map_keeps_neighbours_as_well_as_scikit_learns_and_is_the_same_each_time()
    {
        var map = NeighborMap.Of(Rows, perplexity: 20);
        Assert.InRange(Trustworthiness.Of(Rows, map.Places), Reference.GetProperty("tsneTrust").GetDouble() - 0.01, 1);
        Assert.InRange(map.Divergence, 0, 1);
        Assert.Equal(map.Places.Cast<double>(), NeighborMap.Of(Rows, perplexity: 20).Places.Cast<double>());
        // Four groups of 30 stay apart: each point's nearest is of its group.
        Assert.True(Enumerable.Range(0, 120).Count(row => Nearest(map.Places, row) / 30 == row / 30) >= 118);
    }

    [Fact]
    public void Bad_vectors_are_named()
    {
        Assert.Contains("Vector 1 has 1 numbers, the first has 2", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of([[1, 2], [1]])).Message);
        Assert.Contains("Vector 0 holds NaN", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of([[float.NaN], [1]])).Message);
        Assert.Contains("takes 10 to 5,000", Assert.Throws<ArgumentException>(() => NeighborMap.Of(Rows[..5])).Message);
        Assert.Contains("perplexity is 60", Assert.Throws<ArgumentException>(() => NeighborMap.Of(Rows, 60)).Message);
        Assert.Throws<OperationCanceledException>(() => NeighborMap.Of(Rows, cancellation: new CancellationToken(canceled: true)));
    }

    private static int Nearest(double[,] places, int row) => Enumerable.Range(0, places.GetLength(0)).Where(other => other != row)
        .MinBy(other => Math.Pow(places[row, 0] - places[other, 0], 2) + Math.Pow(places[row, 1] - places[other, 1], 2));
}
