using System.Collections.Immutable;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Frameworks.Mpbf.Heads;

namespace MatNotebooks.Frameworks.Mpbf.Loops;

/// <summary>
/// A closed loop that searches candidates for the greatest values on recorded labels, beginning in one region of the embedding, where a model is
/// sure of what it knows and nothing tells it of the rest.
/// </summary>
/// <remarks>
/// The inner loop fits the head anew on all labels. The outer loop acts while drift is above its limit, or while two rounds in a row brought no hit:
/// then a share of the batch goes to those candidates beyond the known that the model thinks best, each in a region of the embedding of which
/// there are the fewest labels.
/// </remarks>
public sealed class DiscoveryLoop
{
    private readonly float[][] embedding;
    private readonly double[] values;
    private readonly bool[] isHit;
    private readonly int[] region;
    private readonly LoopSettings settings;

    /// <summary>Prepares a loop.</summary>
    /// <param name="embedding">What a model is told of each candidate, finite, (candidates)(dimensions).</param>
    /// <param name="values">What is searched for, the greater the better, finite, (candidates).</param>
    /// <param name="settings">How.</param>
    /// <exception cref="ArgumentException">Too few candidates for the labels, lists of different length, a number that is not finite, or one value for all.</exception>
    public DiscoveryLoop(IReadOnlyList<float[]> embedding, IReadOnlyList<double> values, LoopSettings? settings = null)
    {
        this.settings = settings ??= new();
        var wanted = settings.Start + (settings.Batch * settings.Rounds);
        if (embedding.Count != values.Count || values.Count < wanted)
            throw new ArgumentException($"There are {embedding.Count} embedded candidates and {values.Count} values; give as many of both, at least the {wanted} that {settings.Rounds} rounds label.");
        if (values.Any(value => !double.IsFinite(value))) throw new ArgumentException("A value is not finite; leave that candidate out.");
        if (values.Min() == values.Max()) throw new ArgumentException($"All {values.Count} candidates have the value {values[0]}; there is nothing to search for.");
        (this.embedding, this.values) = ([.. embedding], [.. values]);
        var hits = Math.Max(1, (int)Math.Round(settings.HitShare * values.Count));
        var threshold = values.OrderDescending().ElementAt(hits - 1);
        isHit = [.. values.Select(value => value >= threshold)];
        region = [.. LeaveClusterOut.ClustersOf([.. embedding.Select(row => Array.ConvertAll(row, number => (double)number))], settings.Regions, 0)];
    }

    /// <summary>How many candidates are hits.</summary>
    public int Hits => isHit.Count(each => each);

    /// <summary>Runs the loop.</summary>
    /// <param name="policy">How labels are spent.</param>
    /// <param name="seed">Seed of the labels to begin with.</param>
    /// <returns>The rounds.</returns>
    public ImmutableArray<LoopRound> Run(LoopPolicy policy, int seed)
    {
        var labelled = Begin(seed);
        var rounds = ImmutableArray.CreateBuilder<LoopRound>(settings.Rounds);
        var (head, drift, idle) = (Fit(labelled), 1.0, 0);
        for (var round = 0; round < settings.Rounds; round++)
        {
            var explored = policy.Exploration > 0 && (drift > settings.DriftLimit || idle >= 2) ? (int)Math.Round(policy.Exploration * settings.Batch) : 0;
            var said = head.Predict(embedding);
            var batch = Choose(said, labelled, explored);
            drift = Drift(batch, said, head, labelled);
            idle = batch.Any(row => isHit[row]) ? 0 : idle + 1;
            labelled.AddRange(batch);
            rounds.Add(new(labelled.Count, labelled.Count(row => isHit[row]), labelled.Select(row => region[row]).Distinct().Count(), drift, explored));
            if (policy.IsRevised) head = Fit(labelled);
        }
        return rounds.MoveToImmutable();
    }

    // Labels to begin with may all be the same, such as the gaps of metals: the head then expects no error at all, and a hundredth of what labels deviate is taken.
    private double Drift(List<int> batch, double[] said, KernelHead head, List<int> labelled)
    {
        double[] known = [.. labelled.Concat(batch).Select(row => values[row])];
        var mean = known.Average();
        var usual = Math.Max(head.LeaveOneOutError, 0.01 * known.Average(value => Math.Abs(value - mean)));
        return usual > 0 ? batch.Average(row => Math.Abs(said[row] - values[row])) / usual : 1;
    }

    // All of the region with the lowest mean value that is large enough: the search begins where there is least to find.
    private List<int> Begin(int seed)
    {
        var start = Enumerable.Range(0, values.Length).GroupBy(row => region[row]).Where(rows => rows.Count() >= settings.Start)
            .MinBy(rows => rows.Average(row => values[row])) ?? throw new ArgumentException($"No region has {settings.Start} candidates; ask for fewer regions or fewer labels to begin with.");
        int[] rows = [.. start];
        new Random(seed).Shuffle(rows);
        return [.. rows[..settings.Start]];
    }

    private KernelHead Fit(List<int> labelled) => KernelHead.Fit([.. labelled.Select(row => embedding[row])], [.. labelled.Select(row => values[row])]);

    private List<int> Choose(double[] said, List<int> labelled, int explored)
    {
        var open = Enumerable.Range(0, values.Length).Except(labelled).OrderByDescending(row => said[row]).ToList();
        var batch = open.Take(settings.Batch - explored).ToList();
        var known = new int[settings.Regions];
        foreach (var row in labelled.Concat(batch)) known[region[row]]++;
        var left = open.Except(batch).ToLookup(row => region[row]); // the best first, as they were sorted
        var taken = new int[settings.Regions];
        for (var place = 0; place < explored; place++)
        {
            var rarest = Enumerable.Range(0, settings.Regions).Where(each => taken[each] < left[each].Count()).MinBy(each => known[each]);
            batch.Add(left[rarest].ElementAt(taken[rarest]++));
            known[rarest]++;
        }
        return batch;
    }
}
