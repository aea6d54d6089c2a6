using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.Mpbf.Heads;
using MatNotebooks.Frameworks.Mpbf.Pretraining;
using MatNotebooks.Metrics;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>
/// Fine-tunes for one task from every source and from scratch, with rising numbers of labels, and judges all on the same compounds, which no
/// source has seen with any property.
/// </summary>
/// <param name="Options">How.</param>
public sealed record TransferStudy(TransferOptions Options)
{
    private const int MostBeside = 400; // labels
    private const int MostFused = 5; // heads: few enough that all are good, enough that their errors average out

    /// <summary>Measures one task under one seed.</summary>
    /// <param name="task">The task to fine-tune for.</param>
    /// <param name="sources">What was pretrained under the same seed; the task itself may be among them.</param>
    /// <param name="seed">Seed of the division, the same that the sources were pretrained with.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">No source, or fewer labels or judging compounds than are needed.</exception>
    public TaskOutcome Judge(TransferTask task, IReadOnlyList<TransferSource> sources, int seed, CancellationToken cancellation = default)
    {
        if (sources.Count == 0) throw new ArgumentException("There is no source; transfer needs at least one.");
        var pool = CompoundParts.Draw(task, CompoundPart.Labels, seed, Options.LabelCounts[^1]);
        var judging = CompoundParts.Draw(task, CompoundPart.Judging, seed, Options.MostJudging);
        if (pool.Length < Options.LabelCounts[0] || judging.Length < 10)
            throw new ArgumentException(
                $"{task.Name} has {pool.Length} compounds to label and {judging.Length} to judge by; {Options.LabelCounts[0]} and 10 are needed. Give a task of more than its {task.Count} compounds, or fewer labels.");
        var (known, asked) = (new Rows(task, pool), new Rows(task, judging));
        var mean = asked.Values.Average();
        var seen = sources.Select(source => (Source: source, Known: source.Network.Represent(known.Inputs), Asked: source.Network.Represent(asked.Inputs))).ToArray();
        return new(
            task.Name, seed, judging.Length, asked.Values.Average(value => Math.Abs(value - mean)),
            [.. Options.LabelCounts.Where(count => count <= pool.Length).Select(count => AtCount(task, known.First(count), asked, seen, seed, cancellation))]);
    }

    private CountOutcome AtCount(
        TransferTask task, Rows known, Rows asked, (TransferSource Source, Representation Known, Representation Asked)[] seen, int seed, CancellationToken cancellation)
    {
        var plainPower = LinearProbe.Integral(known.Statistics, known.Values);
        var scratch = Tuned(null, KernelHead.Fit(known.Statistics, known.Values), asked.Statistics);
        var (forest, forestError) = Forest(known, asked, seed);
        var (pairs, tuned) = (new List<PairOutcome>(), new List<TunedHead> { scratch, forest });
        foreach (var (source, all, judged) in seen)
        {
            cancellation.ThrowIfCancellationRequested();
            var labelled = First(all, known.Values.Length);
            var frozen = Tuned(source.Task, KernelHead.Fit(labelled.Vectors, known.Values), judged.Vectors);
            var beside = known.Values.Length > MostBeside ? null
                : Tuned(source.Task, KernelHead.Fit(Joined(labelled.Vectors, known.Statistics), known.Values), Joined(judged.Vectors, asked.Statistics));
            var correlation = Correlation.Spearman(labelled.Values, known.Values);
            pairs.Add(new(
                source.Task.Name, Error(frozen.Said, asked), beside is null ? null : Error(beside.Said, asked), double.IsNaN(correlation) ? 0 : Math.Abs(correlation),
                source.Measure(labelled, known.Compositions, known.Values, plainPower)));
            if (source.Task.Name == task.Name) continue; // more labels of its own: no transfer
            tuned.Add(frozen);
            if (beside is not null) tuned.Add(beside);
        }
        return new(
            known.Values.Length, Error(scratch.Said, asked), forestError, Network(known, asked, seed, cancellation),
            Fused(tuned, asked), Fused([.. tuned.Where(head => head.Source?.Quantity != task.Quantity)], asked), [.. pairs]);
    }

    private static TunedHead Tuned(TransferTask? source, KernelHead head, float[][] asked) => new(source, head.LeaveOneOutError, head.Predict(asked));

    private static double Fused(IReadOnlyList<TunedHead> heads, Rows asked)
    {
        var best = heads.OrderBy(head => head.LeaveOneOutError).Take(MostFused).ToArray();
        return Error([.. Enumerable.Range(0, asked.Values.Length).Select(row => best.Average(head => head.Said[row]))], asked);
    }

    private (TunedHead Head, double Error) Forest(Rows known, Rows asked, int seed)
    {
        var forest = RandomForest.Fit(Wide(known.Statistics), known.Values, new() { Trees = Options.Trees, Seed = seed });
        double[] said = [.. Wide(asked.Statistics).Select(forest.Predict)];
        return (new(null, forest.OutOfBagError ?? double.PositiveInfinity, said), Error(said, asked));

        static double[][] Wide(float[][] rows) => [.. rows.Select(row => Array.ConvertAll(row, value => (double)value))];
    }

    private double Network(Rows known, Rows asked, int seed, CancellationToken cancellation) => Error(
        PretrainedNetwork.Fit(known.Inputs, known.Values, Options.Pretraining with { Seed = seed, Validation = 0.2, Patience = 0.25 }, cancellation).Represent(asked.Inputs).Values, asked);

    private static double Error(double[] said, Rows asked) => Regression.MeanAbsoluteError(said, asked.Values);

    private static float[][] Joined(float[][] left, float[][] right) => [.. left.Zip(right, (one, other) => (float[])[.. one, .. other])];

    private static Representation First(Representation all, int count) => new(all.Vectors[..count], all.Values[..count], all.Disagreement[..count]);

    private sealed record TunedHead(TransferTask? Source, double LeaveOneOutError, double[] Said);

    private sealed record Rows(Composition[] Compositions, double[] Values, float[][] Inputs, float[][] Statistics)
    {
        public Rows(TransferTask task, int[] rows)
            : this([.. rows.Select(row => task.Compositions[row])], [.. rows.Select(row => task.Values[row])], [], [])
        {
            Inputs = CompositionInputs.Of(Compositions);
            Statistics = CompositionInputs.Statistics(Inputs);
        }

        public Rows First(int count) => new(Compositions[..count], Values[..count], Inputs[..count], Statistics[..count]);
    }
}
