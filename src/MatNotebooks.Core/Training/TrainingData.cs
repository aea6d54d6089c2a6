using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Graphs;

namespace MatNotebooks.Training;

/// <summary>Crystals with their graphs, checked: what learners learn from and predict.</summary>
public sealed class TrainingData
{
    private TrainingData(IReadOnlyList<Sample> samples, IReadOnlyList<CrystalGraph> graphs) => (Samples, Graphs) = (samples, graphs);

    /// <summary>The crystals.</summary>
    public IReadOnlyList<Sample> Samples { get; }

    /// <summary>Their graphs, in the same order.</summary>
    public IReadOnlyList<CrystalGraph> Graphs { get; }

    /// <summary>How many crystals there are.</summary>
    public int Count => Samples.Count;

    /// <summary>How many targets each has.</summary>
    public int Targets => Samples.Count == 0 ? 0 : Samples[0].Targets.Length;

    /// <summary>How many conditions each has.</summary>
    public int Conditions => Samples.Count == 0 ? 0 : Samples[0].Conditions.Length;

    /// <summary>Checks crystals and makes their graphs, on all cores.</summary>
    /// <exception cref="ArgumentException">
    /// A target or condition that is not finite, or another number of them than the first crystal has; the message names the record.
    /// </exception>
    public static TrainingData Of(IEnumerable<Sample> samples, GraphOptions graphs)
    {
        var all = samples.ToArray();
        foreach (var sample in all) Check(sample, all[0]);
        return new(all, CrystalGraph.OfMany([.. all.Select(sample => sample.Crystal)], graphs));
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

    /// <summary>The crystals of some places, their graphs shared with this.</summary>
    public TrainingData At(IEnumerable<int> places)
    {
        var chosen = places.ToArray();
        return new([.. chosen.Select(place => Samples[place])], [.. chosen.Select(place => Graphs[place])]);
    }

    /// <summary>The known values of one target, (crystals).</summary>
    public double[] Values(int target = 0) => [.. Samples.Select(sample => sample.Targets[target])];

    private static void Check(Sample sample, Sample first)
    {
        if (sample.Targets.Length != first.Targets.Length || sample.Conditions.Length != first.Conditions.Length)
            throw new ArgumentException(
                $"Record {sample.Id} has {sample.Targets.Length} targets and {sample.Conditions.Length} conditions, {first.Id} has {first.Targets.Length} and {first.Conditions.Length}; all must have the same.");
        foreach (var value in sample.Targets)
            if (!double.IsFinite(value))
                throw new ArgumentException($"Record {sample.Id} has the target {value}; it must be finite. Leave the record out, or give it a value.");
        foreach (var value in sample.Conditions)
            if (!double.IsFinite(value))
                throw new ArgumentException($"Record {sample.Id} has the condition {value}; it must be finite.");
    }
}
