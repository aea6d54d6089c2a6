using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Metrics;

namespace MatNotebooks.Bench.Edl;

/// <summary>Measures what codes keep of one embedding: every fidelity on crystals of formulas that neither the code nor a probe has learned from.</summary>
internal sealed class CodeJudge
{
    private const int FitRows = 8000, NeighborRows = 2000, SureRows = 400, Neighbors = 10;

    private readonly EdlCrystals crystals;
    private readonly int[] learning, judging, neighbors;
    private readonly NeighborOrder order;
    private readonly List<(string Name, int[] Learned, int[] Judged, double[] Values, double[] Whole, IntervalCalibration Calibration)> questions = [];
    private readonly IReadOnlyDictionary<string, (float[][] Plain, float[][] Changed)> descriptions;

    /// <summary>Prepares an embedding: probes, neighbours and other descriptions of the embeddings themselves.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="table">Their embeddings, none of the dimensions the same for all that learn.</param>
    /// <param name="values">Values that probes are asked for by name, NaN where one is not known, (names)(records).</param>
    /// <param name="descriptions">Crystals and the same in another description or with a defect, by name.</param>
    public CodeJudge(EdlCrystals crystals, EmbeddingTable table, IReadOnlyDictionary<string, double[]> values, IReadOnlyDictionary<string, (float[][] Plain, float[][] Changed)> descriptions)
    {
        (this.crystals, Table, this.descriptions) = (crystals, table, descriptions);
        (learning, judging) = (crystals.Learning, crystals.Judging);
        var drawn = (int[])learning.Clone();
        new Random(1).Shuffle(drawn);
        Fitted = [.. drawn.Take(FitRows)];
        // Crystals with the same embedding have no order among neighbours.
        neighbors = [.. judging.Where(row => crystals.Sets[row] == "mp").DistinctBy(row => string.Join(' ', table.Vectors[row])).Take(NeighborRows)];
        order = NeighborOrder.Of(Scaled(table, neighbors));
        foreach (var (name, column) in values) questions.Add(Ask(name, column));
    }

    /// <summary>The embeddings.</summary>
    public EmbeddingTable Table { get; }

    /// <summary>Rows that codes are learned from.</summary>
    public int[] Fitted { get; }

    /// <summary>R² of the probes of the embeddings themselves, by name.</summary>
    public IReadOnlyDictionary<string, double> Whole => questions.ToDictionary(one => one.Name, one => Regression.RSquared(one.Whole, [.. one.Judged.Select(row => one.Values[row])]));

    /// <summary>Measures a code.</summary>
    /// <param name="codec">The code.</param>
    /// <param name="asked">Which questions it is asked; the others may have steered it. The default is all.</param>
    public Dictionary<string, double[]> Judge(ICodec codec, Func<string, bool>? asked = null)
    {
        var left = CompressionOperator.Through(codec, Table);
        var numbers = new Dictionary<string, double[]>();
        Ask(left, asked ?? (_ => true), numbers);
        var map = NeighborOrder.Of(Scaled(left, neighbors));
        numbers["trustworthiness"] = [Trustworthiness.Of(order, map, Neighbors)];
        numbers["continuity"] = [Continuity.Of(order, map, Neighbors)];
        var recall = Confidence.OfMean(NeighborRecall.PerVector(order, map, Neighbors));
        numbers["recall10"] = [recall.Value, recall.Lower, recall.Upper];
        numbers["distinct_codes"] = [neighbors.Select(row => Convert.ToHexString(codec.Encode(Table.Vectors[row]))).Distinct().Count() / (double)neighbors.Length];
        foreach (var (name, (plain, changed)) in descriptions) numbers[name] = [InvarianceError.Of(plain, changed, codec)];
        return numbers;
    }

    private void Ask(EmbeddingTable left, Func<string, bool> asked, Dictionary<string, double[]> numbers)
    {
        foreach (var group in questions.Where(one => asked(one.Name)).GroupBy(one => string.Join(' ', one.Learned.Take(50)) + one.Learned.Length))
        {
            var rows = ProbeRows.Of([.. group.First().Learned.Select(row => left.Vectors[row])]);
            foreach (var one in group)
            {
                var probe = LinearProbe.Fit(rows, [.. one.Learned.Select(row => one.Values[row])]);
                double[] actual = [.. one.Judged.Select(row => one.Values[row])], said = probe.Predict([.. one.Judged.Select(row => left.Vectors[row])]);
                var kept = ProbeRetained.Of(actual, one.Whole, said, resamples: 100);
                numbers[$"probe_r2_kept/{one.Name}"] = [kept.Value, kept.Lower, kept.Upper];
                numbers[$"probe_r2/{one.Name}"] = [Regression.RSquared(said, actual)];
                numbers[$"calibration_kept/{one.Name}"] = [CalibrationRetained.Of(one.Calibration, Calibration(probe, left, one.Judged, one.Values))];
                if (one.Name == EdlProperty.All[0].Name) numbers["rare_elements_kept"] = [Rare(one.Judged, actual, one.Whole, said)];
            }
        }
    }

    private (string Name, int[] Learned, int[] Judged, double[] Values, double[] Whole, IntervalCalibration Calibration) Ask(string name, double[] values)
    {
        int[] learned = [.. learning.Where(row => double.IsFinite(values[row]))], judged = [.. judging.Where(row => double.IsFinite(values[row]))];
        var probe = LinearProbe.Fit(ProbeRows.Of([.. learned.Select(row => Table.Vectors[row])]), [.. learned.Select(row => values[row])]);
        return (name, learned, judged, values, probe.Predict([.. judged.Select(row => Table.Vectors[row])]), Calibration(probe, Table, judged, values));
    }

    private static IntervalCalibration Calibration(LinearProbe probe, EmbeddingTable table, int[] judged, double[] values)
    {
        var rows = judged.Take(SureRows).ToArray();
        float[][] vectors = [.. rows.Select(row => table.Vectors[row])];
        return IntervalCalibration.Of(probe.Predict(vectors), probe.Deviations(vectors), [.. rows.Select(row => values[row])]);
    }

    // What is kept for crystals with an element of the rarest tenth, over what is kept for the others: below 1 the common is amplified.
    private double Rare(int[] judged, double[] actual, double[] whole, double[] said)
    {
        var counts = judged.SelectMany(row => crystals.Records[row].Crystal.Composition.Elements.Distinct()).CountBy(element => element.Number).ToDictionary();
        var rarity = judged.Select(row => crystals.Records[row].Crystal.Composition.Elements.Min(element => counts[element.Number])).ToArray();
        var limit = rarity.Order().ElementAt(rarity.Length / 10);
        double Kept(Func<int, bool> chosen)
        {
            var places = Enumerable.Range(0, actual.Length).Where(place => chosen(rarity[place])).ToArray();
            return ProbeRetained.Of([.. places.Select(place => actual[place])], [.. places.Select(place => whole[place])], [.. places.Select(place => said[place])], resamples: 100).Value;
        }
        return Kept(count => count <= limit) / Kept(count => count > limit);
    }

    private float[][] Scaled(EmbeddingTable table, int[] rows)
    {
        var scale = EmbeddingScale.Of(Table.At(Fitted));
        return [.. rows.Select(row => scale.Apply(table.Vectors[row]))];
    }
}
