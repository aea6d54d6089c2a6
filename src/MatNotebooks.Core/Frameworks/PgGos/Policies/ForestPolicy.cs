using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// Random forests and expected feasibility: the candidate most probably inside every window, each tree's word counted as one draw of the
/// property; grown anew from all answers at every few calls.
/// </summary>
public sealed class ForestPolicy : ISearchPolicy
{
    private const int Starts = 10;

    private readonly double[][] rows;
    private readonly Random chance;
    private readonly int seed, every;
    private double[] feasibility = [];
    private int grownFrom;

    /// <summary>Prepares a search.</summary>
    /// <param name="features">What the candidates are like.</param>
    /// <param name="seed">Seed of the forests and of the first ten choices, which are blind.</param>
    /// <param name="every">After how many answers the forests are grown anew, at least 1. The default is 5.</param>
    public ForestPolicy(PoolFeatures features, int seed, int every = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        (this.seed, this.every, chance) = (seed, every, new(seed));
        rows = [.. Enumerable.Range(0, features.Count).Select(features.Row)];
    }

    /// <summary>Trees of each forest, at least 2. The default is 60.</summary>
    public int Trees { get; init; } = 60;

    /// <inheritdoc/>
    public string Name => "forest";

    /// <inheritdoc/>
    public int Choose(SearchHistory history)
    {
        var open = Enumerable.Range(0, history.Pool.Length).Where(history.IsOpen).ToArray();
        if (history.Answers.Count < Starts) return open[chance.Next(open.Length)];
        if (feasibility.Length == 0 || history.Answers.Count >= grownFrom + every) Grow(history);
        return open.MaxBy(place => feasibility[place]);
    }

    private void Grow(SearchHistory history)
    {
        grownFrom = history.Answers.Count;
        feasibility = new double[rows.Length];
        foreach (var window in history.Target.Windows)
        {
            var known = history.Answers.Where(answer => answer.Values.ContainsKey(window.Property.Name)).ToArray();
            if (known.Length == 0) continue;
            var values = known.Select(answer => answer.Values[window.Property.Name]).ToArray();
            var forest = RandomForest.Fit([.. known.Select(answer => rows[answer.Place])], values, new() { Trees = Trees, Seed = seed + grownFrom });
            var least = 1e-3 * Math.Max(values.Max() - values.Min(), 1e-6);
            Parallel.For(0, rows.Length, place =>
            {
                var (mean, deviation) = forest.Spread(rows[place]);
                var share = NormalTail.Within(mean, Math.Max(deviation, least), window.Lower, window.Upper);
                feasibility[place] += Math.Log(Math.Max(share, double.Epsilon));
            });
        }
    }
}
