using MatNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>Trains one network on a property: three hidden layers (128, 64, 32), the loss quadratic near 0 and linear beyond one deviation, AdamW.</summary>
internal sealed class NetworkTraining
{
    private static readonly int[] Hidden = [128, 64, 32];
    private const int ChecksOfValidation = 20;
    private const double WarmUp = 0.1, WeightDecay = 0.01;

    private readonly PretrainingOptions options;
    private readonly float[][] inputs;
    private readonly float[] wanted; // standardised
    private readonly int[] train, stop;
    private readonly float[] centers, scales;
    private readonly double mean, spread;
    private readonly Linear[] linears;

    private NetworkTraining(IReadOnlyList<float[]> inputs, IReadOnlyList<double> values, PretrainingOptions options, int member)
    {
        this.options = options;
        int[] order = [.. Enumerable.Range(0, inputs.Count)];
        new Random(options.Seed).Shuffle(order);
        var left = Math.Clamp((int)Math.Round(options.Validation * order.Length), 1, order.Length - 1);
        (stop, train) = (order[..left], order[left..]);
        (centers, scales) = Scale(inputs, train);
        mean = train.Average(row => values[row]);
        spread = Math.Sqrt(train.Average(row => Math.Pow(values[row] - mean, 2)));
        if (!(spread > 0)) throw new ArgumentException($"All {train.Length} values to train on are {mean}; a network needs values that differ.");
        wanted = [.. values.Select(value => (float)((value - mean) / spread))];
        this.inputs = [.. inputs.Select(Standardise)];
        using var weights = InitialWeights.From(unchecked((options.Seed * 31) + member));
        int[] widths = [inputs[0].Length, .. Hidden, 1];
        linears = [.. Enumerable.Range(0, widths.Length - 1).Select(layer => nn.Linear(widths[layer], widths[layer + 1]))];
    }

    /// <summary>Trains.</summary>
    /// <param name="inputs">Inputs of each compound, (compounds)(inputs).</param>
    /// <param name="values">The property, finite, (compounds).</param>
    /// <param name="options">How.</param>
    /// <param name="member">Which of several, from 0.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The network of the step at which validation was best, and the compounds that validated.</returns>
    public static (NetworkMember Network, int[] Validation) Run(IReadOnlyList<float[]> inputs, IReadOnlyList<double> values, PretrainingOptions options, int member, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var training = new NetworkTraining(inputs, values, options, member);
        return (training.Learn(member, cancellation), training.stop);
    }

    private NetworkMember Learn(int member, CancellationToken cancellation)
    {
        using var optimizer = optim.AdamW(linears.SelectMany(layer => layer.parameters()), options.LearningRate, weight_decay: WeightDecay);
        var random = new Random(unchecked((options.Seed * 7919) + member));
        var (order, next) = ((int[])train.Clone(), train.Length);
        var size = Math.Min(options.BatchSize, train.Length);
        var (held, heldWanted) = Batch(stop.AsSpan(0, Math.Min(stop.Length, 1000)));
        var (best, least, bestStep) = (Snapshot(), double.PositiveInfinity, 0);
        for (var step = 0; step < options.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next + size > order.Length)
            {
                random.Shuffle(order);
                next = 0;
            }
            Descend(optimizer, order.AsSpan(next, size), step / (double)options.Steps);
            next += size;
            if ((step + 1) % Math.Max(1, options.Steps / ChecksOfValidation) != 0) continue;
            var error = Error(held, heldWanted);
            if (!double.IsFinite(error)) throw new InvalidOperationException($"The network's loss is {error} at step {step}; lower the learning rate of {options.LearningRate}.");
            if (error < least) (best, least, bestStep) = (Snapshot(), error, step);
            else if (step - bestStep > options.Patience * options.Steps) break;
        }
        return best;
    }

    private void Descend(AdamW optimizer, ReadOnlySpan<int> rows, double progress)
    {
        using var scope = NewDisposeScope();
        var rate = options.LearningRate * (progress < WarmUp ? (progress / WarmUp) + 0.01 : 0.5 * (1 + Math.Cos(Math.PI * (progress - WarmUp) / (1 - WarmUp))));
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
        var (batch, target) = Batch(rows);
        optimizer.zero_grad();
        nn.functional.smooth_l1_loss(Forward(batch), target).backward();
        optimizer.step();
    }

    private double Error(Tensor held, Tensor target)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return (Forward(held) - target).abs().mean().ToDouble();
    }

    private Tensor Forward(Tensor batch)
    {
        foreach (var layer in linears[..^1]) batch = nn.functional.silu(layer.call(batch));
        return linears[^1].call(batch).squeeze(1);
    }

    private (Tensor Inputs, Tensor Wanted) Batch(ReadOnlySpan<int> rows)
    {
        var width = inputs[0].Length;
        var (numbers, target) = (new float[rows.Length * width], new float[rows.Length]);
        for (var place = 0; place < rows.Length; place++)
        {
            inputs[rows[place]].CopyTo(numbers, place * width);
            target[place] = wanted[rows[place]];
        }
        return (tensor(numbers, [rows.Length, width]), tensor(target, [rows.Length]));
    }

    private NetworkMember Snapshot()
    {
        using var scope = NewDisposeScope();
        return new(centers, scales, [.. linears.Select((layer, place) => new DenseLayer(Numbers(layer.weight!), Numbers(layer.bias!), place < linears.Length - 1))], mean, spread);

        static float[] Numbers(Tensor parameter) => parameter.detach().data<float>().ToArray();
    }

    private float[] Standardise(float[] row)
    {
        var standard = new float[row.Length];
        for (var place = 0; place < row.Length; place++) standard[place] = Math.Clamp((row[place] - centers[place]) / scales[place], -5, 5);
        return standard;
    }

    // Statistics are standardised; shares of elements, mostly 0, stay as they are.
    private static (float[] Centers, float[] Scales) Scale(IReadOnlyList<float[]> inputs, int[] rows)
    {
        var width = inputs[0].Length;
        var (centers, scales) = (new float[width], new float[width]);
        Array.Fill(scales, 1);
        for (var column = 0; column < Math.Min(width, CompositionInputs.StatisticsCount); column++)
        {
            var center = rows.Average(row => inputs[row][column]);
            var scale = Math.Sqrt(rows.Average(row => Math.Pow(inputs[row][column] - center, 2)));
            (centers[column], scales[column]) = ((float)center, scale > 1e-6 ? (float)scale : 1);
        }
        return (centers, scales);
    }
}
