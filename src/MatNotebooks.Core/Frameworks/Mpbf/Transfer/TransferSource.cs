using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.Mpbf.Heads;
using MatNotebooks.Frameworks.Mpbf.Pretraining;
using MatNotebooks.Frameworks.Mpbf.Quantities;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>A task pretrained on, and what is known of its network before any other task is looked at.</summary>
public sealed class TransferSource
{
    private const int SampleSize = 1000, NearNeighbour = 10, KnownElement = 10, MostLabelsNear = 50;

    private readonly float[][] sample; // representation of some pretraining compounds
    private readonly double radius, spread, inside, outside;
    private readonly int[] elements; // how many pretraining compounds hold each, by atomic number

    private TransferSource(TransferTask task, PretrainedNetwork network, IReadOnlyList<float[]> inputs, int[] rows)
    {
        (Task, Network) = (task, network);
        int[] some = [.. Enumerable.Range(0, Math.Min(SampleSize, rows.Length))];
        var seen = network.Represent([.. some.Select(place => inputs[place])]);
        double[] values = [.. some.Select(place => task.Values[rows[place]])];
        sample = seen.Vectors;
        spread = Math.Max(1e-12, MeanDeviation(values));
        radius = Radius(sample);
        elements = new int[PeriodicTable.Elements.Count + 1];
        foreach (var element in rows.SelectMany(row => task.Compositions[row].Elements)) elements[element.Number]++;
        (inside, outside) = LeftOutElements(values, [.. some.Select(place => task.Compositions[rows[place]])]);
        Invariance = InvarianceMeasure.Of(network, [.. some.Take(100).Select(place => task.Compositions[rows[place]])]);
    }

    /// <summary>What it was pretrained on.</summary>
    public TransferTask Task { get; }

    /// <summary>The frozen network.</summary>
    public PretrainedNetwork Network { get; }

    /// <summary>How little the representation moves under what changes nothing, and under what changes little | no unit, 0 to 1.</summary>
    public double Invariance { get; }

    /// <summary>Error of a probe of its own property on elements that were left out of the probe, over that on elements that were not | no unit; 1 where leaving out costs nothing.</summary>
    public double LeftOutElementRatio => outside / inside;

    /// <summary>Pretrains on the part of a task's compounds that pretrains.</summary>
    /// <param name="task">The task.</param>
    /// <param name="seed">Seed of the division and of the weights.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">Too few compounds pretrain, or all have one value.</exception>
    public static TransferSource Pretrain(TransferTask task, int seed, TransferOptions options, CancellationToken cancellation = default) =>
        Pretrain(task, CompoundParts.Draw(task, CompoundPart.Pretraining, seed, options.MostPretraining), seed, options, cancellation);

    /// <summary>Pretrains on chosen compounds of a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="rows">Which compounds; none on which another task is fine-tuned or judged.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">Fewer than 20 compounds, or all have one value.</exception>
    public static TransferSource Pretrain(TransferTask task, int[] rows, int seed, TransferOptions options, CancellationToken cancellation = default)
    {
        var inputs = CompositionInputs.Of([.. rows.Select(row => task.Compositions[row])]);
        var network = PretrainedNetwork.Fit(inputs, [.. rows.Select(row => task.Values[row])], options.Pretraining with { Seed = seed }, cancellation);
        return new(task, network, inputs, rows);
    }

    /// <summary>Measures the pair of this source and a task's labels, before fine-tuning.</summary>
    /// <param name="represented">What the network makes of the labelled compounds, (labels).</param>
    /// <param name="compositions">The labelled compounds, (labels).</param>
    /// <param name="values">Their values, (labels).</param>
    /// <param name="plainPower">Probe power of plain element statistics on the same labels | no unit.</param>
    public TransferMeasurement Measure(Representation represented, IReadOnlyList<Composition> compositions, IReadOnlyList<double> values, double plainPower)
    {
        var power = LinearProbe.Integral(represented.Vectors, values);
        var near = represented.Vectors.Take(MostLabelsNear).Average(vector => Math.Log(1 + (Near(vector) * (Network.Compounds / (double)sample.Length))));
        return new(
            near, Task.Fidelity, power, represented.Disagreement.Average() / spread,
            Corrected(represented.Values, values), power - plainPower,
            Math.Log10(Network.Compounds) / Invariance,
            compositions.Average(composition => composition.Elements.Any(element => elements[element.Number] < KnownElement) ? outside : inside));
    }

    // R² of y ≈ a + b ŷ, less what two fitted numbers explain by themselves.
    private static double Corrected(IReadOnlyList<double> said, IReadOnlyList<double> values)
    {
        var correlation = Metrics.Correlation.Pearson([.. said], [.. values]);
        return double.IsNaN(correlation) ? 0 : Math.Max(0, 1 - ((1 - (correlation * correlation)) * (values.Count - 1) / (values.Count - 2)));
    }

    private int Near(float[] vector) => sample.Count(other => Distance(vector, other) <= radius);

    private static double Radius(float[][] sample)
    {
        var stride = Math.Max(1, sample.Length / 100);
        double[] far = [.. Enumerable.Range(0, sample.Length).Where(row => row % stride == 0)
            .Select(row => sample.Select(other => Distance(sample[row], other)).Order().ElementAt(Math.Min(NearNeighbour, sample.Length - 1))).Order()];
        return far[far.Length / 2];
    }

    private static double Distance(float[] left, float[] right)
    {
        var sum = 0f;
        for (var place = 0; place < left.Length; place++) sum += (left[place] - right[place]) * (left[place] - right[place]);
        return Math.Sqrt(sum);
    }

    // The commonest elements are left out one by one of a linear probe of the source's own property; errors in mean absolute deviations of it.
    private (double Inside, double Outside) LeftOutElements(double[] values, Composition[] compositions)
    {
        const int Most = 8, Fewest = 20;
        var places = Enumerable.Range(0, values.Length).ToArray();
        var tried = compositions.SelectMany(composition => composition.Elements).CountBy(element => element)
            .Where(each => each.Value >= Fewest && each.Value <= 0.6 * values.Length).OrderByDescending(each => each.Value).Take(Most);
        var (known, left) = (new List<double>(), new List<double>());
        foreach (var (element, _) in tried)
        {
            var holds = places.ToLookup(place => compositions[place][element] > 0);
            var judged = holds[false].Where((_, at) => at % 5 == 0).ToArray();
            int[] fitted = [.. holds[false].Except(judged)];
            if (fitted.Length < Fewest) continue;
            known.Add(Error(fitted, judged));
            left.Add(Error(fitted, [.. holds[true]]));
        }
        return known.Count == 0 ? (1, 1) : (known.Average(), left.Average());

        double Error(int[] fitted, int[] judged) => LinearProbe
            .Predict([.. fitted.Select(place => sample[place])], [.. fitted.Select(place => values[place])], [.. judged.Select(place => sample[place])])
            .Zip(judged, (said, place) => Math.Abs(said - values[place])).Average() / spread;
    }

    private static double MeanDeviation(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => Math.Abs(value - mean));
    }
}
