using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Graphs;

namespace MatNotebooks.Training;

/// <summary>Crystals with their graphs, checked: what learners learn from and predict.</summary>
public sealed class TrainingData
{
    private readonly PowderViews patterns;

    private TrainingData(IReadOnlyList<Sample> samples, IReadOnlyList<CrystalGraph> graphs, IReadOnlyList<string> classes, PowderViews patterns) =>
        (Samples, Graphs, Classes, this.patterns) = (samples, graphs, classes, patterns);

    /// <summary>The crystals.</summary>
    public IReadOnlyList<Sample> Samples { get; }

    /// <summary>Their graphs, in the same order.</summary>
    public IReadOnlyList<CrystalGraph> Graphs { get; }

    /// <summary>Names of the classes, where what is learned is one: the target is then the place of the crystal's class in this list. Empty where numbers are learned.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many crystals there are.</summary>
    public int Count => Samples.Count;

    /// <summary>How many targets each has.</summary>
    public int Targets => Samples.Count == 0 ? 0 : Samples[0].Targets.Length;

    /// <summary>How many numbers a network must answer with: the targets, or one for each class.</summary>
    public int Outputs => Classes.Count > 0 ? Classes.Count : Targets;

    /// <summary>How many conditions each has.</summary>
    public int Conditions => Samples.Count == 0 ? 0 : Samples[0].Conditions.Length;

    /// <summary>Checks crystals and makes their graphs, on all cores.</summary>
    /// <exception cref="ArgumentException">
    /// A crystal of which no target is known, a target that is infinite, a condition that is not finite, or another number of them than the
    /// first crystal has; the message names the record.
    /// </exception>
    public static TrainingData Of(IEnumerable<Sample> samples, GraphOptions graphs) => Of([.. samples], graphs, []);

    /// <summary>Checks crystals whose graphs were made before, such as a <see cref="GraphStore"/> of more than fit into memory.</summary>
    /// <param name="samples">The crystals; they are taken one by one, and need not lie in memory either.</param>
    /// <param name="graphs">The graph of each.</param>
    /// <exception cref="ArgumentException">Another number of graphs than of crystals, or a crystal that <see cref="Of(IEnumerable{Sample}, GraphOptions)"/> refuses.</exception>
    public static TrainingData WithGraphs(IReadOnlyList<Sample> samples, IReadOnlyList<CrystalGraph> graphs)
    {
        if (samples.Count != graphs.Count) throw new ArgumentException($"There are {samples.Count} crystals and {graphs.Count} graphs; give one for each.");
        var first = samples.Count > 0 ? samples[0] : null;
        foreach (var sample in samples) Check(sample, first!);
        return new(samples, graphs, [], new());
    }

    /// <summary>Takes one number of each record as the target.</summary>
    /// <param name="records">The records.</param>
    /// <param name="target">Key of the target.</param>
    /// <param name="graphs">Which atoms are neighbours.</param>
    /// <param name="group">Key of what must not be separated when data are split. The default is each record's id.</param>
    /// <exception cref="BadRecordException">A record whose target is no number.</exception>
    /// <exception cref="ArgumentException">A record without the target; the message names it.</exception>
    public static TrainingData Of(IEnumerable<StructureRecord> records, string target, GraphOptions graphs, string? group = null) =>
        Of(records.Select(record => new Sample(record.Id, record.Crystal, [record.Number(target) ?? double.NaN])
        {
            Group = (group is null ? null : record.Text(group)) ?? record.Id,
        }), graphs);

    /// <summary>Takes several numbers of each record as targets; what a record does not have is not known of it.</summary>
    /// <param name="records">The records; each must have one of the targets at least.</param>
    /// <param name="targets">Keys of the targets, at least one.</param>
    /// <param name="graphs">Which atoms are neighbours.</param>
    /// <param name="group">Key of what must not be separated when data are split. The default is each record's id.</param>
    /// <exception cref="BadRecordException">A record that has a target which is no number.</exception>
    /// <exception cref="ArgumentException">No target, or a record that has none of them; the message names it.</exception>
    public static TrainingData Of(IEnumerable<StructureRecord> records, IReadOnlyList<string> targets, GraphOptions graphs, string? group = null) => targets.Count == 0
        ? throw new ArgumentException("There are no targets; name one at least.")
        : Of(records.Select(record => new Sample(record.Id, record.Crystal, [.. targets.Select(target => record.Number(target) ?? double.NaN)])
        {
            Group = (group is null ? null : record.Text(group)) ?? record.Id,
        }), graphs);

    /// <summary>Takes the class of each record as the target.</summary>
    /// <param name="records">The records.</param>
    /// <param name="label">What says the class of each record.</param>
    /// <param name="graphs">Which atoms are neighbours.</param>
    /// <param name="group">What must not be separated when data are split. The default is each record alone.</param>
    /// <exception cref="BadRecordException">A record without a class.</exception>
    /// <exception cref="ArgumentException">All records are of one class.</exception>
    public static TrainingData Of(IEnumerable<StructureRecord> records, ClassLabel label, GraphOptions graphs, Func<StructureRecord, string>? group = null)
    {
        var all = records.ToArray();
        string[] names = [.. all.Select(label.Of)], classes = [.. ClassLabel.Sorted(names)];
        if (classes.Length == 1)
            throw new ArgumentException($"All {all.Length} crystals have the {label.Key} {classes[0]}; there must be at least 2 classes to tell apart.");
        return Of(
            [.. all.Zip(names, (record, name) => new Sample(record.Id, record.Crystal, [Array.IndexOf(classes, name)]) { Group = group?.Invoke(record) ?? record.Id })],
            graphs, classes);
    }

    /// <summary>The crystals of some places, their graphs shared with this.</summary>
    public TrainingData At(IEnumerable<int> places)
    {
        var chosen = places.ToArray();
        return new(ChosenRows<Sample>.Of(Samples, chosen), ChosenRows<CrystalGraph>.Of(Graphs, chosen), Classes, patterns);
    }

    /// <summary>The same crystals with other targets, their graphs shared with this.</summary>
    internal TrainingData WithTargets(Func<Sample, double[]> targets) =>
        new([.. Samples.Select(sample => sample with { Targets = targets(sample) })], Graphs, Classes, patterns);

    /// <summary>The powder patterns of some crystals, computed once and shared with every part, (crystals × points).</summary>
    internal float[] PatternsOf(IReadOnlyList<int> places, int points) => patterns.Of(this, places, points);

    /// <summary>The values of one target, NaN where it is not known, (crystals).</summary>
    public double[] Values(int target = 0) => [.. Samples.Select(sample => sample.Targets[target])];

    private static TrainingData Of(Sample[] samples, GraphOptions graphs, IReadOnlyList<string> classes)
    {
        foreach (var sample in samples) Check(sample, samples[0]);
        return new(samples, CrystalGraph.OfMany([.. samples.Select(sample => sample.Crystal)], graphs), classes, new());
    }

    private static void Check(Sample sample, Sample first)
    {
        if (sample.Targets.Length != first.Targets.Length || sample.Conditions.Length != first.Conditions.Length)
            throw new ArgumentException(
                $"Record {sample.Id} has {sample.Targets.Length} targets and {sample.Conditions.Length} conditions, {first.Id} has {first.Targets.Length} and {first.Conditions.Length}; all must have the same.");
        foreach (var value in sample.Targets)
            if (double.IsInfinity(value) || (double.IsNaN(value) && sample.Targets.All(double.IsNaN)))
                throw new ArgumentException(
                    $"Record {sample.Id} has the target {value}{(sample.Targets.Length > 1 && double.IsNaN(value) ? $", as all {sample.Targets.Length}" : "")}; it must be finite. Leave the record out, or give it a value.");
        foreach (var value in sample.Conditions)
            if (!double.IsFinite(value))
                throw new ArgumentException($"Record {sample.Id} has the condition {value}; it must be finite.");
    }
}
