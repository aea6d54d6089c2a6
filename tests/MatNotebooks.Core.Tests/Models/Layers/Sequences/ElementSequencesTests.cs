using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers.Sequences;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers.Sequences;

public sealed class ElementSequencesTests
{
    [Fact]
    public void Steps_are_elements_from_the_least_to_the_most_electronegative()
    {
        using var scope = NewDisposeScope();
        var sequences = Of(
            new Crystal(Lattice.Cubic(4), [At("O", 0, 0.5, 0.5), At("Ti", 0.5, 0.5, 0.5), At("O", 0.5, 0, 0.5), At("Sr", 0, 0, 0), At("O", 0.5, 0.5, 0)]),
            new Crystal(Lattice.Cubic(5), [At("Xe", 0, 0, 0)]));
        Assert.Equal([3, 1], sequences.Mask.Lengths);
        Assert.Equal([38f, 22, 8, 54, 0, 0], Numbers(sequences));
        Assert.Equal([0.2f, 0.2f, 0.6f, 1, 0, 0], sequences.Channels.select(2, ElementSequences.ChannelCount - 2).contiguous().data<float>().ToArray());
        var volumes = sequences.Channels.select(2, ElementSequences.ChannelCount - 1).contiguous().data<float>().ToArray();
        Assert.Equal(Math.Log(64 / 5.0 / 20), volumes[2], 1e-6);
        Assert.Equal(Math.Log(125 / 20.0), volumes[3], 1e-6);
    }

    [Fact]
    public void Elements_without_an_electronegativity_come_last()
    {
        using var scope = NewDisposeScope();
        Assert.Null(PeriodicTable.Find("Ne").Electronegativity);
        Assert.Equal([9f, 2, 10], Numbers(Of(new Crystal(Lattice.Cubic(8), [At("Ne", 0, 0, 0), At("He", 0.5, 0, 0), At("F", 0, 0.5, 0)]))));
    }

    [Fact]
    public void Means_and_last_steps_are_of_real_steps()
    {
        using var scope = NewDisposeScope();
        var mask = new StepMask([3, 1], zeros(1));
        var steps = tensor(new[] { 1f, 2, 6, 4, 100, 100 }, [2, 3, 1]);
        Assert.Equal([3f, 4], mask.Mean(steps).data<float>().ToArray());
        Assert.Equal([6f, 4], mask.Last(steps).data<float>().ToArray());
        Assert.Equal([2, 1], mask.Halved().Lengths);
    }

    private static Site At(string symbol, double x, double y, double z) => new(PeriodicTable.Find(symbol), new Fractional(x, y, z));

    private static ElementSequences Of(params Crystal[] crystals) =>
        new(GraphBatch.Of(CrystalGraph.OfMany(crystals, new() { Cutoff = 3, MaxNeighbors = null })), zeros(1));

    private static float[] Numbers(ElementSequences sequences) => sequences.ByStep(arange(104, ScalarType.Float32).view(104, 1)).contiguous().data<float>().ToArray();
}
