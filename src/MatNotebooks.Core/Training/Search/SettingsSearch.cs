using System.Collections.Immutable;
using MatNotebooks.Surrogates;

namespace MatNotebooks.Training.Search;

/// <summary>
/// Searches settings of which each evaluation is dear: a Gaussian process learns from finished trials which settings promise most
/// (Snoek, Larochelle and Adams, NIPS 2012), and only the best trials of a small budget are given a greater one (successive halving as by
/// Li et al., MLSys 2020). The same seed and number of workers make the same choices, however long each evaluation takes.
/// </summary>
/// <param name="space">The settings, at least one, no name twice.</param>
/// <param name="options">How.</param>
public sealed class SettingsSearch(IReadOnlyList<Dimension> space, TuningOptions options)
{
    private const int Candidates = 1000; // random places whose promise is compared, beside small steps away from the best
    private const int Steps = 200;
    private const double StepLength = 0.05; // of each setting's range

    private readonly int[] budgets = options.Budgets;

    /// <summary>Searches for the settings with the least error.</summary>
    /// <param name="evaluate">The error of settings under a budget; called from several threads. What is not finite, and what throws an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/>, counts as the worst.</param>
    /// <param name="ledger">Remembers finished evaluations. The default is nobody.</param>
    /// <param name="progress">Told after every evaluation. The default is nobody.</param>
    /// <param name="cancellation">Ends it; the ledger stays.</param>
    /// <exception cref="ArgumentException">No setting, a name twice, bounds that hold nothing, or not one trial that could be evaluated.</exception>
    public TuningResult Run(
        Func<IReadOnlyDictionary<string, double>, int, CancellationToken, double> evaluate,
        TrialLedger? ledger = null, IProgress<Trial>? progress = null, CancellationToken cancellation = default)
    {
        Check();
        var trials = new List<Trial>();
        while (trials.Count < options.Trials)
        {
            var batch = Choose(trials, Math.Min(options.Workers, options.Trials - trials.Count));
            trials.AddRange(batch);
            Evaluate(trials, [.. batch.Select(trial => (trial.Number, budgets[0]))]);
            Promote(trials, Evaluate);
        }
        // With few trials, none may have been one of so many that it went on.
        while (budgets.Length > 1 && !trials.Any(trial => trial.Results.ContainsKey(budgets[^1]) && double.IsFinite(trial.Error)))
        {
            var next = trials.Where(trial => double.IsFinite(trial.Error) && trial.Budget < budgets[^1]).OrderByDescending(trial => trial.Budget).ThenBy(trial => trial.Error).FirstOrDefault();
            if (next is null) break;
            Evaluate(trials, [(next.Number, budgets[Array.IndexOf(budgets, next.Budget) + 1])]);
        }
        var best = trials.Where(trial => trial.Results.ContainsKey(budgets[^1]) && double.IsFinite(trial.Error)).MinBy(trial => trial.Error);
        return new(trials, best ?? throw new ArgumentException($"None of the {trials.Count} trials gave an error that is finite; widen the space, or look at one choice of settings alone."));

        void Evaluate(List<Trial> all, (int Trial, int Budget)[] jobs)
        {
            var errors = new double[jobs.Length];
            Parallel.For(0, jobs.Length, new() { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellation }, job =>
            {
                var trial = all[jobs[job].Trial];
                errors[job] = ledger?.Find(trial, jobs[job].Budget) ?? Fresh(trial, jobs[job].Budget);
            });
            foreach (var (job, error) in jobs.Zip(errors))
            {
                all[job.Trial] = all[job.Trial] with { Results = all[job.Trial].Results.SetItem(job.Budget, error) };
                progress?.Report(all[job.Trial]);
            }
        }

        double Fresh(Trial trial, int budget)
        {
            var error = Attempt(trial, budget);
            ledger?.Add(trial, budget, error);
            return error;
        }

        double Attempt(Trial trial, int budget)
        {
            try
            {
                var error = evaluate(trial.Settings, budget, cancellation);
                return double.IsFinite(error) ? error : double.PositiveInfinity;
            }
            catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
            {
                return double.PositiveInfinity; // settings that cannot be trained, such as a loss that ran away
            }
        }
    }

    // Rung by rung: of so many trials with a budget as one goes on, the best that has not gone on yet.
    private void Promote(List<Trial> trials, Action<List<Trial>, (int Trial, int Budget)[]> run)
    {
        for (var rung = 0; rung + 1 < budgets.Length; rung++)
        {
            var here = trials.Where(trial => trial.Results.ContainsKey(budgets[rung])).OrderBy(trial => trial.Results[budgets[rung]]).ThenBy(trial => trial.Number).ToArray();
            var going = here.Take(here.Length / options.Halving).Where(trial => !trial.Results.ContainsKey(budgets[rung + 1]) && double.IsFinite(trial.Results[budgets[rung]])).ToArray();
            if (going.Length > 0) run(trials, [.. going.Select(trial => (trial.Number, budgets[rung + 1]))]);
        }
    }

    private List<Trial> Choose(List<Trial> trials, int count)
    {
        var chosen = new List<Trial>();
        while (chosen.Count < count)
        {
            var number = trials.Count + chosen.Count;
            var random = new Random(unchecked((options.Seed * 1_000_003) + number));
            var shares = options.Acquisition is { } acquisition && number >= options.Spread && trials.Count(trial => double.IsFinite(trial.Error)) >= 2
                ? MostPromising(trials, chosen, acquisition, random)
                : options.Acquisition is null ? Anywhere(random) : Spreading(number);
            chosen.Add(new(number, space.Select((dimension, axis) => KeyValuePair.Create(dimension.Name, dimension.At(shares[axis]))).ToImmutableSortedDictionary(StringComparer.Ordinal), ImmutableSortedDictionary<int, double>.Empty));
        }
        return chosen;
    }

    // What was chosen beside it is believed to turn out as expected, so that the next looks elsewhere (Ginsbourger's kriging believer).
    private double[] MostPromising(List<Trial> trials, List<Trial> beside, Acquisition acquisition, Random random)
    {
        var (points, values) = Seen(trials);
        var process = GaussianProcess.Fit(points, values, new() { Seed = options.Seed, Starts = 2, LeastNoise = 0.01 });
        if (beside.Count > 0)
        {
            double[][] more = [.. beside.Select(SharesOf)];
            process = GaussianProcess.With([.. points, .. more], [.. values, .. process.At(more).Select(belief => belief.Mean)], process.Scales);
        }
        var best = values.Min();
        var anchor = points[Array.IndexOf(values, best)];
        double[][] candidates =
        [
            .. Enumerable.Range(0, Candidates).Select(_ => Anywhere(random)),
            .. Enumerable.Range(0, Steps).Select(_ => anchor.Select(share => Math.Clamp(share + (StepLength * Normal(random)), 0, 1)).ToArray()),
        ];
        var promise = process.At(candidates).Select(belief => acquisition.Of(belief, best)).ToArray();
        return candidates[Array.IndexOf(promise, promise.Max())];
    }

    /// <summary>
    /// Every trial at the greatest budget it was given; errors of smaller budgets are moved by as much as trials that were given both
    /// became better on average, and failures count as the worst seen. Errors span decades, so their logarithm is learned where it can be.
    /// </summary>
    private (double[][] Points, double[] Values) Seen(List<Trial> trials)
    {
        var worst = trials.Where(trial => double.IsFinite(trial.Error)).Max(trial => trial.Error);
        var logarithmic = trials.All(trial => trial.Results.Values.All(error => error > 0));
        double Scale(double error) => logarithmic ? Math.Log(Math.Min(error, worst)) : Math.Min(error, worst);
        var gains = new double[budgets.Length]; // from each budget to the whole
        for (var rung = budgets.Length - 2; rung >= 0; rung--)
        {
            var both = trials.Where(trial => trial.Results.ContainsKey(budgets[rung]) && trial.Results.ContainsKey(budgets[rung + 1])).ToArray();
            gains[rung] = gains[rung + 1] + (both.Length == 0 ? 0 : both.Average(trial => Scale(trial.Results[budgets[rung + 1]]) - Scale(trial.Results[budgets[rung]])));
        }
        return ([.. trials.Select(SharesOf)], [.. trials.Select(trial => Scale(trial.Error) + gains[Array.IndexOf(budgets, trial.Budget)])]);
    }

    private double[] SharesOf(Trial trial) => [.. space.Select(dimension => dimension.ShareOf(trial.Settings[dimension.Name]))];

    private double[] Anywhere(Random random) => [.. space.Select(_ => random.NextDouble())];

    // Kronecker's sequence: multiples of the powers of the inverse of the generalised golden ratio, which fill a cube evenly.
    private double[] Spreading(int number)
    {
        var ratio = 2.0;
        for (var turn = 0; turn < 60; turn++) ratio = Math.Pow(1 + ratio, 1.0 / (space.Count + 1));
        var shift = new Random(options.Seed);
        return [.. space.Select((_, axis) => (shift.NextDouble() + ((number + 1) * Math.Pow(1 / ratio, axis + 1))) % 1)];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());

    private void Check()
    {
        if (space.Count == 0) throw new ArgumentException("There is no setting to search; give at least one.");
        foreach (var dimension in space) dimension.Check();
        if (space.CountBy(dimension => dimension.Name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"{twice} stands twice among the settings; each may stand once.");
    }
}
