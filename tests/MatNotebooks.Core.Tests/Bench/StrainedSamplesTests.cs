using MatNotebooks.Bench.Tables;
using MatNotebooks.Core.Tests.Training;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Bench;

public sealed class StrainedSamplesTests
{
    private static readonly StrainedSamples Samples = new(SmallData.Of(6).Samples, 20);

    [Fact]
    public void Real_crystals_come_first_and_as_they_are() => Assert.Equal(SmallData.Of(6).Samples.Select(sample => sample.Crystal), Samples.Take(6).Select(sample => sample.Crystal));

    [Fact]
    public void The_others_are_the_same_ones_slightly_larger_or_smaller()
    {
        Assert.Equal(20, Samples.Count);
        Assert.All(Enumerable.Range(6, 14), row =>
        {
            var (real, strained) = (Samples[row % 6].Crystal, Samples[row].Crystal);
            Assert.Equal(real.Composition, strained.Composition);
            Assert.NotEqual(real.Volume, strained.Volume);
            Assert.InRange(strained.Volume / real.Volume, Math.Pow(0.97, 3), Math.Pow(1.03, 3));
            var nearest = new GraphOptions { Cutoff = 8, MaxNeighbors = 12 };
            Assert.Equal(CrystalGraph.Of(real, nearest).Edges, CrystalGraph.Of(strained, nearest).Edges); // symmetry stays
        });
        Assert.Equal(20, Samples.DistinctBy(sample => sample.Crystal.Volume).Count());
        Assert.Equal(20, Samples.DistinctBy(sample => sample.Id).Count());
    }

    [Fact]
    public void A_row_is_always_the_same() => Assert.Equal(Samples[17].Crystal.Volume, Samples[17].Crystal.Volume);
}
