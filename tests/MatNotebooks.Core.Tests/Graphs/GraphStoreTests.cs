using MatNotebooks.Core.Tests.Training;
using MatNotebooks.Graphs;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Core.Tests.Graphs;

public sealed class GraphStoreTests : IDisposable
{
    private static readonly TrainingData Data = SmallData.Of(12);
    private static readonly GraphOptions Neighbors = new() { Cutoff = 5, MaxNeighbors = null };

    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void A_graph_comes_back_as_it_was()
    {
        using var store = Written();
        Assert.Equal(Data.Count, store.Count);
        Assert.All(store.Zip(Data.Graphs), pair =>
        {
            Assert.Equal((pair.Second.Id, pair.Second.Volume), (pair.First.Id, pair.First.Volume));
            Assert.Equal(pair.Second.AtomicNumbers, pair.First.AtomicNumbers);
            Assert.Equal(pair.Second.FirstEdge, pair.First.FirstEdge);
            Assert.Equal(pair.Second.Senders, pair.First.Senders);
            Assert.Equal(pair.Second.Distances, pair.First.Distances);
            Assert.Equal(pair.Second.Displacements, pair.First.Displacements);
        });
    }

    [Fact]
    public void Training_from_a_file_is_training_from_memory()
    {
        using var store = Written();
        var options = new TrainerOptions { Epochs = 2, BatchSize = 4, Stopping = new AllEpochs() };
        int[] train = [0, 1, 2, 4, 5, 6, 8, 9], test = [3, 7, 10, 11];
        double[,] Learned(TrainingData data)
        {
            using var model = new Trainer(options).Fit(SmallData.Model(), data.At(train), data.At(test)).Model;
            return model.Predict(data.At(test).At([2, 0]));
        }

        Assert.Equal(Learned(Data), Learned(TrainingData.WithGraphs(Data.Samples, store)));
    }

    [Fact]
    public void Many_threads_read_at_once()
    {
        using var store = Written();
        Parallel.For(0, 400, turn => Assert.Equal(Data.Graphs[turn % store.Count].Distances, store[turn % store.Count].Distances));
    }

    [Fact]
    public void What_is_no_whole_file_is_refused()
    {
        using (Written())
        {
        }
        var whole = File.ReadAllBytes(path);
        foreach (var broken in new byte[][] { [], [1, 2, 3], whole[..^9], [.. whole[..30], .. whole[60..]], [.. whole.Select(one => (byte)(one ^ 1))] })
        {
            File.WriteAllBytes(path, broken);
            Assert.Contains("write it again", Assert.Throws<InvalidDataException>(() => GraphStore.Open(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void As_many_graphs_as_crystals_are_needed()
    {
        using var store = Written();
        Assert.Contains("11 crystals and 12 graphs", Assert.Throws<ArgumentException>(() => TrainingData.WithGraphs([.. Data.Samples.Skip(1)], store)).Message, StringComparison.Ordinal);
        Assert.Contains("Graph 12 of 12", Assert.Throws<ArgumentOutOfRangeException>(() => store[12]).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(path);

    private GraphStore Written() => GraphStore.Write(path, Data.Samples.Select(sample => sample.Crystal), Neighbors);
}
