using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Frameworks.Edl.Steering;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl;

/// <summary>
/// Embedment Dynamics Lattice: how much of an embedding is left with how many bytes. Groups of crystals, such as compounds, learn or judge, never both;
/// a property is judged on codes that it did not steer.
/// </summary>
public sealed class EdlStudy
{
    private readonly EdlOptions options;
    private readonly EmbeddingTable table;
    private readonly IReadOnlyDictionary<string, double[]> properties;
    private readonly int[] learning, judging;
    private readonly NeighborOrder order;
    private readonly Dictionary<string, Question> questions;

    private EdlStudy(EmbeddingTable table, IReadOnlyDictionary<string, double[]> properties, int[] learning, int[] judging, EdlOptions options)
    {
        (this.table, this.properties, this.learning, this.judging, this.options) = (table, properties, learning, judging, options);
        order = NeighborOrder.Of(Scaled(table));
        questions = properties.ToDictionary(property => property.Key, property => Ask(table, property.Value));
    }

    /// <summary>Studies an embedding.</summary>
    /// <param name="table">The embeddings; dimensions that are the same for all crystals that learn are left out.</param>
    /// <param name="properties">Properties by name, finite, one value for each crystal, at least one property.</param>
    /// <param name="groups">What learns or judges together, one name for each crystal. The default is each crystal alone.</param>
    /// <param name="options">How. The default is <see cref="EdlOptions"/> as it stands.</param>
    /// <param name="cancellation">Ends it after the running code.</param>
    /// <exception cref="ArgumentException">
    /// No property, one that cannot be learned (not finite, one value, fewer than folds), two crystals with the same embedding, too few crystals, or options out of range.
    /// </exception>
    public static EdlResult Run(
        EmbeddingTable table, IReadOnlyDictionary<string, double[]> properties, IReadOnlyList<string>? groups = null, EdlOptions? options = null, CancellationToken cancellation = default)
    {
        var chosen = options ?? new();
        Check(table, properties, groups, chosen);
        var judges = Judges(groups ?? table.Ids, chosen);
        int[] learning = [.. Enumerable.Range(0, table.Rows).Where(row => !judges[row])], judging = [.. Enumerable.Range(0, table.Rows).Where(row => judges[row])];
        var kept = table.WithoutDimensions(table.At(learning).ConstantDimensions);
        if (kept.At(judging).WithoutDuplicates() is { Rows: var different } left && different < judging.Length)
            throw new ArgumentException(
                $"{judging.Length - different} of the {judging.Length} crystals that judge have the embedding of another, such as {judging.Select(row => table.Ids[row]).Except(left.Ids).First()}; neighbours have no order among copies. Leave them out (EmbeddingTable.WithoutDuplicates).");
        return new EdlStudy(kept, properties, learning, judging, chosen).Run(cancellation);
    }

    private static void Check(EmbeddingTable table, IReadOnlyDictionary<string, double[]> properties, IReadOnlyList<string>? groups, EdlOptions options)
    {
        if (properties.Count == 0) throw new ArgumentException("There is no property to ask probes for; give at least one.");
        if (properties.FirstOrDefault(property => property.Value.Length != table.Rows) is { Key: { } name, Value: var values })
            throw new ArgumentException($"The property {name} has {values.Length} values for {table.Rows} crystals; give one for each.");
        if (groups is not null && groups.Count != table.Rows) throw new ArgumentException($"{groups.Count} groups for {table.Rows} crystals; give one for each.");
        if (!(options.JudgingShare is > 0 and < 1)) throw new ArgumentException($"JudgingShare is {options.JudgingShare}; it must be greater than 0 and less than 1.");
        if (options.Bytes.Count == 0 || options.Bytes.Any(bytes => bytes < 1))
            throw new ArgumentException($"{(options.Bytes.Count == 0 ? "No level was" : $"{options.Bytes.Min()} bytes per crystal were")} asked for; a level has at least 1 byte.");
    }

    private static bool[] Judges(IReadOnlyList<string> groups, EdlOptions options)
    {
        string[] names = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        new Random(options.Seed).Shuffle(names);
        var judging = names.Take(Math.Max(1, (int)Math.Round(options.JudgingShare * names.Length))).ToHashSet();
        return judging.Count < names.Length
            ? [.. groups.Select(judging.Contains)]
            : throw new ArgumentException($"All {names.Length} groups would judge and none learn; give more groups, or a smaller JudgingShare.");
    }

    private EdlResult Run(CancellationToken cancellation)
    {
        var learned = table.At(learning);
        var all = Space(properties.Keys);
        var others = properties.Keys.ToDictionary(name => name, name => properties.Count == 1 ? Space([]) : Space(properties.Keys.Except([name])));
        var alone = Space([]);
        var rows = new List<EdlRow>();
        foreach (var bytes in options.Bytes.Where(bytes => bytes <= table.Dimensions))
        {
            foreach (var operation in options.Operators)
            {
                cancellation.ThrowIfCancellationRequested();
                var codec = operation.Fit(learned, bytes, options.Seed);
                rows.Add(Row(operation.Name, bytes, codec, _ => codec));
            }
            var allotted = alone.Code(alone.Allot(8 * bytes));
            rows.Add(Row("allotted", bytes, allotted, _ => allotted));
            rows.Add(Row("steered", bytes, all.Code(all.Allot(8 * bytes)), name => others[name].Code(others[name].Allot(8 * bytes))));
        }
        return new(table.Name, table.BytesPerCrystal, rows, questions.ToDictionary(one => one.Key, one => Regression.RSquared(one.Value.Said, one.Value.Actual)), all);

        SteeredSpace Space(IEnumerable<string> steering) =>
            SteeredSpace.Of(learned, [.. steering.Select(name => learning.Select(row => properties[name][row]).ToArray())], options.ProbeWeight);
    }

    private EdlRow Row(string name, int asked, ICodec codec, Func<string, ICodec> judged)
    {
        var left = CompressionOperator.Through(codec, table);
        var map = NeighborOrder.Of(Scaled(left));
        var (kept, sure) = (new Dictionary<string, Interval>(), new Dictionary<string, double>());
        foreach (var (property, whole) in questions)
        {
            var own = judged(property);
            var said = Ask(ReferenceEquals(own, codec) ? left : CompressionOperator.Through(own, table), properties[property]);
            kept[property] = ProbeRetained.Of(whole.Actual, whole.Said, said.Said, options.Seed, resamples: 200);
            sure[property] = CalibrationRetained.Of(whole.Calibration, said.Calibration);
        }
        return new(
            name, asked, codec.BytesPerCrystal, Trustworthiness.Of(order, map, options.Neighbors), Continuity.Of(order, map, options.Neighbors), NeighborRecall.Of(order, map, options.Neighbors), kept, sure);
    }

    private Question Ask(EmbeddingTable vectors, double[] property)
    {
        var probe = LinearProbe.Fit(ProbeRows.Of([.. learning.Select(row => vectors.Vectors[row])], seed: options.Seed), [.. learning.Select(row => property[row])]);
        float[][] asked = [.. judging.Select(row => vectors.Vectors[row])];
        var (actual, said) = (judging.Select(row => property[row]).ToArray(), probe.Predict(asked));
        return new(actual, said, IntervalCalibration.Of(said, probe.Deviations(asked), actual));
    }

    private float[][] Scaled(EmbeddingTable vectors)
    {
        var scale = EmbeddingScale.Of(table.At(learning)); // the embedding's own scale: what is lost must not be divided away
        return [.. judging.Select(row => scale.Apply(vectors.Vectors[row]))];
    }

    private sealed record Question(double[] Actual, double[] Said, IntervalCalibration Calibration);
}
