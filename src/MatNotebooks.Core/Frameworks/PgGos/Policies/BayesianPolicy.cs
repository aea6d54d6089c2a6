using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Surrogates;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// Bayesian optimisation: one Gaussian process for each property on the candidates' features, its scales by the greatest likelihood, and the
/// probability to lie inside every window as what is maximised (feasibility under constraints; Gardner et al., ICML 2014). It knows no rules.
/// </summary>
public sealed class BayesianPolicy : ISearchPolicy
{
    private const int Starts = 10; // blind choices
    private const int LastFit = 160; // answers; with more the scales hardly change, and their search costs the cube

    private readonly PoolFeatures columns;
    private readonly double[][] rows;
    private readonly Random chance;
    private readonly int seed;
    private Dictionary<string, (PoolProcess Process, double Noise)> processes = [];
    private int learned, nextFit = Starts;

    /// <summary>Prepares a search.</summary>
    /// <param name="features">What the candidates are like.</param>
    /// <param name="seed">Seed of the first ten choices and of the climbs to the greatest likelihood.</param>
    public BayesianPolicy(PoolFeatures features, int seed)
    {
        (this.seed, chance) = (seed, new(seed));
        rows = [.. Enumerable.Range(0, features.Count).Select(features.Row)];
        columns = PoolFeatures.Of([.. Enumerable.Range(0, rows[0].Length).Select(column => ($"column {column}", rows.Select(row => new[] { row[column] }).ToArray()))]);
    }

    /// <inheritdoc/>
    public string Name => "bayesian";

    /// <inheritdoc/>
    public int Choose(SearchHistory history)
    {
        var open = Enumerable.Range(0, history.Pool.Length).Where(history.IsOpen).ToArray();
        if (history.Answers.Count < Starts) return open[chance.Next(open.Length)];
        if (history.Answers.Count >= nextFit)
        {
            processes = history.Target.Windows.ToDictionary(window => window.Property.Name, window => Fitted(window, history));
            (learned, nextFit) = (history.Answers.Count, history.Answers.Count < LastFit ? 2 * history.Answers.Count : int.MaxValue);
        }
        for (; learned < history.Answers.Count; learned++)
            foreach (var window in history.Target.Windows) Learn(processes[window.Property.Name].Process, window.Property.Name, history.Answers[learned]);
        return open.MaxBy(place => history.Target.Windows.Sum(window => LogProbability(window, place)));
    }

    private (PoolProcess Process, double Noise) Fitted(PropertyWindow window, SearchHistory history)
    {
        var name = window.Property.Name;
        var known = history.Answers.Where(answer => answer.Values.ContainsKey(name)).ToArray();
        var values = known.Select(answer => answer.Values[name]).ToArray();
        var scales = GaussianProcess.Fit(
            [.. known.Select(answer => columns.Row(answer.Place))], values,
            new() { Covariance = new SquaredExponential(), Relevance = Relevance.Shared, Starts = 2, Seed = seed, LeastNoise = 0.01 }).Scales;
        var variance = new SiteScales
        {
            Constant = 0, Linear = 0, Additive = 0, Identity = 0, Joint = scales.Amplitude * scales.Amplitude, Noise = scales.Noise * scales.Noise, Lengths = scales.Lengths,
        };
        var prior = new double[rows.Length];
        Array.Fill(prior, values.Average());
        var process = new PoolProcess(new(columns, [], variance), prior, variance.Noise);
        foreach (var answer in known) Learn(process, name, answer);
        return (process, variance.Noise);
    }

    private static void Learn(PoolProcess process, string property, SearchCall answer)
    {
        if (answer.Values.TryGetValue(property, out var value)) process.Observe(answer.Place, value);
    }

    private double LogProbability(PropertyWindow window, int place)
    {
        var (process, noise) = processes[window.Property.Name];
        return Math.Log(Math.Max(
            NormalTail.Within(process.Mean[place], Math.Sqrt(process.Variance[place] + noise), window.Lower, window.Upper), double.Epsilon));
    }
}
