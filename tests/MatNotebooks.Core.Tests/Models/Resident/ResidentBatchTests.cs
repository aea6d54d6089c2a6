using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Resident;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Resident;

/// <summary>Batches put together by tensor operators say what batches of the host say: on the processor, so on every device.</summary>
public sealed class ResidentBatchTests
{
    private static readonly int[] Places = [3, 0, 3, 2, 4, 1];

    private static readonly CrystalGraph[] Graphs = CrystalGraph.OfMany(
        [
            Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Prototype.Rocksalt.Primitive("Ca", "O", 4.8).Supercell(2, 1, 2), Prototype.Zincblende.Primitive("Zn", "S", 5.4),
            new(Lattice.Cubic(40), [new(PeriodicTable.Find("Ar"), default(Fractional))]), Prototype.Zincblende.Primitive("Ga", "As", 5.6).Supercell(3, 1, 1),
        ],
        new() { Cutoff = 5, MaxNeighbors = null });

    public static TheoryData<string> Models => ["gem-ppm", "cgcnn", "schnet"];

    [Fact]
    public void Groups_and_distances_are_those_of_the_host()
    {
        using var scope = NewDisposeScope();
        using var graphs = new ResidentGraphs(Graphs, null, CPU);
        var batch = graphs.Batch(graphs.Ordered([0, .. Places]), 1, 1 + Places.Length, ScalarType.Float32);
        using var host = GraphBatch.Of([.. Places.Select(place => Graphs[place])]);
        var shells = host.Shells;
        Assert.Equal(host.AtomicNumbers, Whole(batch.AtomicNumbers));
        Assert.Equal(shells.Receivers, Whole(batch.Receivers));
        Assert.Equal(shells.Senders, Whole(batch.Senders));
        Assert.Equal(shells.Distances, batch.Distances.data<float>().ToArray());
        Assert.Equal(shells.Counts, batch.Counts.data<float>().ToArray());
        AssertSame(new(host.CrystalOfAtom, host.Crystals), batch.AtomsByCrystal);
        AssertSame(new(shells.Receivers, host.Atoms), batch.ByReceiver);
        AssertSame(new(shells.Senders, host.Atoms), batch.BySender);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Answers_and_gradients_are_those_of_a_batch_of_the_host(string name)
    {
        using var scope = NewDisposeScope();
        using var model = Build(name);
        float[] conditions = [.. Enumerable.Range(0, Graphs.Length).Select(crystal => 0.3f * crystal)];
        using var graphs = new ResidentGraphs(Graphs, conditions, CPU);
        using var host = GraphBatch.Of([.. Places.Select(place => Graphs[place])], [.. Places.Select(place => conditions[place])]);
        var here = Course(model, () => model.ForwardWithPenalty(host));
        var there = Course(model, () => model.ForwardWithPenalty(graphs.Batch(graphs.Ordered(Places), 0, Places.Length, ScalarType.Float32)));
        Assert.Equal(here.Keys, there.Keys);
        foreach (var (part, expected) in here)
        {
            var scale = Math.Max(1, expected.abs().max().ToDouble());
            Assert.True((expected - there[part]).abs().max().ToDouble() < 2e-5 * scale, $"{name}: {part} is {there[part]}, of the host {expected}");
        }
    }

    [Fact]
    public void A_model_that_reads_the_hosts_memory_says_so()
    {
        using var scope = NewDisposeScope();
        using var graphs = new ResidentGraphs(Graphs, null, CPU);
        using var model = new LstmModel(new());
        Assert.False(model.ReadsResident);
        var batch = graphs.Batch(graphs.Ordered([0]), 0, 1, ScalarType.Float32);
        Assert.Contains("host", Assert.Throws<NotSupportedException>(() => model.ForwardWithPenalty(batch)).Message);
    }

    /// <summary>The answers of a step, its penalty, and every gradient.</summary>
    private static SortedDictionary<string, Tensor> Course(PropertyModel model, Func<(Tensor Prediction, Tensor? Penalty)> forward)
    {
        model.zero_grad();
        model.Reseed(5);
        var (prediction, penalty) = forward();
        var loss = (prediction * prediction).sum();
        (penalty is null ? loss : loss + penalty).backward();
        var parts = new SortedDictionary<string, Tensor>(StringComparer.Ordinal) { ["answers"] = prediction.detach() };
        if (penalty is not null) parts["penalty"] = penalty.detach();
        foreach (var (name, parameter) in model.named_parameters())
            if (parameter.grad is { } gradient) parts[name] = gradient.clone();
        return parts;
    }

    private static PropertyModel Build(string name)
    {
        var scale = new AngstromDistances { Cutoff = 5, Gaussians = 12 };
        return name switch
        {
            "gem-ppm" => new GemPpmModel(new() { Width = 8, Layers = 2, Conditions = 1, ReconstructionWeight = 0.3, Readout = new JointReadout(), Distances = new ReducedDistances { Cutoff = 5 } }),
            "cgcnn" => new CgcnnModel(new() { Width = 8, Layers = 2, Conditions = 1, Distances = scale }),
            _ => new SchNetModel(new() { Width = 8, Layers = 2, Conditions = 1, Distances = scale }),
        };
    }

    private static void AssertSame(RowGroups host, RowGroups resident)
    {
        var segments = resident.On(CPU);
        Assert.Equal(host.RowOfItem, Whole(segments.RowOfItem));
        Assert.Equal(host.First, Whole(segments.First));
        Assert.Equal(host.Items, segments.Order is { } order ? Whole(order) : [.. Enumerable.Range(0, host.Items.Length)]);
    }

    private static int[] Whole(Tensor tensor) => tensor.to_type(ScalarType.Int32).contiguous().data<int>().ToArray();
}
