using MatNotebooks.Frameworks.Mpbf.Loops;

namespace MatNotebooks.Core.Tests.Frameworks.Mpbf;

public sealed class DiscoveryLoopTests
{
    private static readonly LoopSettings Settings = new() { Start = 15, Batch = 6, Rounds = 8, Regions = 5, HitShare = 0.05 };

    [Fact]
    public void Steering_leaves_the_region_in_which_greedy_stays()
    {
        var loop = Loop();

        var greedy = loop.Run(LoopPolicy.Greedy, 0);
        var steered = loop.Run(LoopPolicy.Steered, 0);

        Assert.All(greedy, round => Assert.True(round.Explored == 0));
        Assert.Contains(steered, round => round.Explored > 0);
        Assert.True(steered[^1].Regions >= greedy[^1].Regions);
        Assert.True(steered[^1].Hits >= greedy[^1].Hits);
        Assert.Equal(15 + (8 * 6), steered[^1].Labels);
        Assert.Equal(steered.AsEnumerable(), loop.Run(LoopPolicy.Steered, 0));
    }

    [Fact]
    public void Labels_that_are_all_the_same_tell_a_finite_drift()
    {
        float[][] rows = [.. Enumerable.Range(0, 300).Select(row => new[] { row / 10f, row % 7 })];
        var loop = new DiscoveryLoop(rows, [.. rows.Select((_, row) => Math.Max(0, row - 150.0))], Settings);
        Assert.All(loop.Run(LoopPolicy.Steered, 1), round => Assert.True(double.IsFinite(round.Drift)));
    }

    [Fact]
    public void Bad_loops_are_named()
    {
        float[][] rows = [.. Enumerable.Range(0, 300).Select(row => new float[] { row, row % 7 })];
        Assert.Contains("at least the 63", Assert.Throws<ArgumentException>(() => new DiscoveryLoop(rows[..20], [.. rows[..20].Select(row => (double)row[0])], Settings)).Message);
        Assert.Contains("nothing to search for", Assert.Throws<ArgumentException>(() => new DiscoveryLoop(rows, [.. rows.Select(_ => 1.0)], Settings)).Message);
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => new DiscoveryLoop(rows, [.. rows.Select(_ => double.NaN)], Settings)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoopSettings { Batch = 1 });
    }

    // Five heaps; the greatest values lie in one of which the labels to begin with tell nothing.
    private static DiscoveryLoop Loop()
    {
        var random = new Random(2);
        var (rows, values) = (new List<float[]>(), new List<double>());
        for (var heap = 0; heap < 5; heap++)
            for (var each = 0; each < 60; each++)
            {
                var (x, y) = (random.NextSingle(), random.NextSingle());
                rows.Add([(10 * heap) + x, (10 * (heap * heap % 5)) + y]);
                values.Add(heap switch { 0 => x, 4 => 10 + x, _ => 2 + y });
            }
        return new(rows, values, Settings);
    }
}
