using MatNotebooks.Models;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Training of a narrow network on rows, with Adam, a rate that falls to nothing along a cosine, and batches drawn from a seed.</summary>
/// <param name="numbers">Width of the narrow place.</param>
/// <param name="steps">Steps of the optimiser, each on 256 rows, or on all where there are fewer.</param>
/// <param name="loss">Network, rows of a batch, and normal noise of the narrow place's shape, to the loss.</param>
internal sealed class NarrowTraining(int numbers, int steps, Func<NarrowNetwork, Tensor, Tensor, Tensor> loss)
{
    private const int Hidden = 256, BatchSize = 256;
    private const double LearningRate = 2e-3;

    /// <summary>Trains; the same seed gives the same maps.</summary>
    public (IVectorMap Encoder, IVectorMap Decoder) Run(float[][] rows, int seed)
    {
        var random = new Random(seed);
        using var network = Build(rows[0].Length, seed);
        using var optimizer = optim.Adam(network.parameters(), LearningRate);
        var (order, next) = (Enumerable.Range(0, rows.Length).ToArray(), rows.Length);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var places = Next(order, ref next, random);
            foreach (var group in optimizer.ParamGroups) group.LearningRate = LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / steps));
            optimizer.zero_grad();
            var batch = tensor([.. places.SelectMany(place => rows[place])], [places.Length, rows[0].Length]);
            loss(network, batch, tensor(Noise(places.Length * numbers, random), [places.Length, numbers])).backward();
            optimizer.step();
        }
        return (network.Encoder, network.Decoder);
    }

    // The next rows of an order that is shuffled anew whenever it has been gone through.
    private static int[] Next(int[] order, ref int next, Random random)
    {
        var count = Math.Min(BatchSize, order.Length);
        if (next + count > order.Length)
        {
            random.Shuffle(order);
            next = 0;
        }
        next += count;
        return order[(next - count)..next];
    }

    private NarrowNetwork Build(int dimensions, int seed)
    {
        using var weights = InitialWeights.From(seed);
        return new(dimensions, Hidden, numbers);
    }

    private static float[] Noise(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
}
