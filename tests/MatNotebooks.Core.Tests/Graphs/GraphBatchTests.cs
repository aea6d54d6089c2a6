using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Graphs;

public sealed class GraphBatchTests
{
    private static readonly CrystalGraph[] Graphs =
        CrystalGraph.OfMany([.. Enumerable.Range(1, 9).Select(seed => RandomCrystals.OfSeed(seed))], new() { Cutoff = 4 });

    [Fact]
    public void Each_crystal_stands_in_the_batch_as_it_stands_alone()
    {
        var batch = GraphBatch.Of(Graphs);
        for (var crystal = 0; crystal < batch.Crystals; crystal++)
        {
            var (graph, first, end) = (Graphs[crystal], batch.FirstAtom[crystal], batch.FirstAtom[crystal + 1]);
            var edges = batch.FirstEdge[first]..batch.FirstEdge[end];
            Assert.Equal(graph.AtomicNumbers, batch.AtomicNumbers[first..end]);
            Assert.Equal(graph.Distances, batch.Distances[edges]);
            Assert.Equal(graph.Displacements, batch.Displacements[(3 * edges.Start.Value)..(3 * edges.End.Value)]);
            Assert.Equal(graph.Senders, batch.Senders[edges].Select(sender => sender - first));
            Assert.All(batch.CrystalOfAtom[first..end], of => Assert.Equal(crystal, of));
        }
        Assert.Equal(Graphs.Sum(graph => graph.Edges), batch.Edges);
    }

    [Fact]
    public void Receivers_ascend_and_agree_with_where_edges_begin()
    {
        var batch = GraphBatch.Of(Graphs);
        for (var atom = 0; atom < batch.Atoms; atom++)
            Assert.All(batch.Receivers[batch.FirstEdge[atom]..batch.FirstEdge[atom + 1]], receiver => Assert.Equal(atom, receiver));
    }

    [Fact]
    public void Outgoing_edges_are_every_edge_once_grouped_by_sender()
    {
        var batch = GraphBatch.Of(Graphs);
        Assert.Equal(Enumerable.Range(0, batch.Edges), batch.Outgoing.Order());
        for (var atom = 0; atom < batch.Atoms; atom++)
        {
            var outgoing = batch.Outgoing[batch.FirstOutgoing[atom]..batch.FirstOutgoing[atom + 1]];
            Assert.All(outgoing, edge => Assert.Equal(atom, batch.Senders[edge]));
            Assert.Equal(outgoing.Order(), outgoing);
        }
    }

    [Fact]
    public void Conditions_come_without_denormals()
    {
        var batch = GraphBatch.Of(Graphs[..2], [1, 1e-42f, -2, 0]);
        Assert.Equal(2, batch.ConditionCount);
        Assert.Equal([1f, 0f, -2f, 0f], batch.Conditions);
    }

    [Fact]
    public void Conditions_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GraphBatch.Of(Graphs[..2], [1, 2, 3]));
        var wrong = Assert.Throws<ArgumentException>(() => GraphBatch.Of(Graphs[..2], [1, 2, 3, float.NaN]));
        Assert.Equal("Condition value 3 of 2 crystals is NaN; it must be finite.", wrong.Message);
        Assert.Throws<ArgumentException>(() => GraphBatch.Of([]));
    }

    [Fact]
    public void Tensors_hold_what_the_arrays_hold_and_outlive_the_scope_they_were_made_in()
    {
        using var batch = GraphBatch.Of(Graphs, [.. Enumerable.Range(0, 2 * Graphs.Length).Select(value => (float)value)]);
        GraphTensors tensors;
        using (NewDisposeScope()) tensors = batch.On(CPU);
        Assert.Same(tensors, batch.On(CPU));
        Assert.Equal(batch.Senders.Select(sender => (long)sender), tensors.Senders.data<long>().ToArray());
        Assert.Equal(batch.AtomicNumbers.Select(number => (long)number), tensors.AtomicNumbers.data<long>().ToArray());
        Assert.Equal(batch.Displacements, tensors.Displacements.data<float>().ToArray());
        Assert.Equal([batch.Edges, 3], tensors.Displacements.shape);
        Assert.Equal([batch.Crystals, 2], tensors.Conditions.shape);
        Assert.Equal([batch.Crystals, 0], GraphBatch.Of(Graphs).On(CPU).Conditions.shape);
    }

    [Fact]
    public void Many_graphs_are_those_made_one_by_one()
    {
        for (var index = 0; index < Graphs.Length; index++)
            Assert.Equal(CrystalGraph.Of(RandomCrystals.OfSeed(index + 1), new() { Cutoff = 4 }).Distances, Graphs[index].Distances);
    }
}
