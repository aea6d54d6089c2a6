using System.Text.Json;
using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Metrics;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Front_and_hypervolume_are_numpys()
    {
        var row = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "projections.json"))).RootElement.GetProperty("front");
        var values = row.GetProperty("values").Deserialize<double[][]>()!;
        double[] first = [.. values.Select(pair => pair[0])], second = [.. values.Select(pair => pair[1])];
        var front = ParetoFront.Of(first, second);
        Assert.Equal(row.GetProperty("front").Deserialize<int[]>()!.Order(), front.Indices.Order());
        Assert.Equal(row.GetProperty("hypervolume").GetDouble(), front.Hypervolume(6, 6), 1e-9);
        // The same with one quantity turned round.
        var turned = ParetoFront.Of([.. first.Select(value => -value)], second, Objective.Greatest);
        Assert.Equal([.. front.Indices], turned.Indices.ToArray());
        Assert.Equal(front.Hypervolume(6, 6), turned.Hypervolume(-6, 6), 1e-12);
    }

    [Fact]
    public void Equal_points_are_all_on_the_front_and_the_knee_bends_most()
    {
        var front = ParetoFront.Of([0, 1, 1, 10, 5], [10, 1, 1, 0, 9]);
        Assert.Equal([0, 1, 2, 3], front.Indices.ToArray());
        Assert.Equal(1, front.Knee);
        Assert.Equal(81, front.Hypervolume(), 1e-12); // (10 - 1) (10 - 1), reference (10, 10)
    }

    [Fact]
    public void One_point_is_a_front() => Assert.Equal([0], ParetoFront.Of([3], [4], Objective.Greatest, Objective.Greatest).Indices.ToArray());

    [Fact]
    public void Bad_columns_are_named()
    {
        Assert.Contains("2 values of the first quantity and 1 of the second", Assert.Throws<ArgumentException>(() => ParetoFront.Of([1, 2], [1])).Message);
        Assert.Contains("The first value of row 1 is NaN", Assert.Throws<ArgumentException>(() => ParetoFront.Of([1, double.NaN], [1, 2])).Message);
    }
}
