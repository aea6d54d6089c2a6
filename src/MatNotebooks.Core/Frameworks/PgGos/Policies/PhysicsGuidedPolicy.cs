using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// PG-GOS's choice: the candidate most probably inside every window of the target, by one Gaussian process for each property that begins
/// with what rules of chemistry expect and learns from every answer how the sites make the property.
/// </summary>
/// <remarks>
/// To find all that meet a target, the probability to meet it is what each call should have most of (active search; Garnett et al., ICML
/// 2012). A recorded 0 of a quantity that cannot be less is taken as "at or below 0", so metals do not flatten what insulators teach.
/// </remarks>
public sealed class PhysicsGuidedPolicy : ISearchPolicy
{
    private readonly PoolFeatures features;
    private readonly int[][] sites;
    private readonly IReadOnlyDictionary<string, PropertyBelief> beliefs;
    private readonly Func<int, bool> isPlausible;
    private readonly Random chance;
    private Dictionary<string, PoolProcess>? processes;
    private int learned;

    /// <summary>Prepares a search.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="features">What the candidates are like.</param>
    /// <param name="sites">What fills each site, as a number, (sites)(candidates).</param>
    /// <param name="beliefs">What is believed of each property of the target, by its name.</param>
    /// <param name="isPlausible">Whether a search may begin with a candidate; the first few are drawn among those.</param>
    /// <param name="seed">Seed of the first few.</param>
    public PhysicsGuidedPolicy(
        string name, PoolFeatures features, int[][] sites, IReadOnlyDictionary<string, PropertyBelief> beliefs, Func<int, bool> isPlausible, int seed)
    {
        (Name, this.features, this.sites, this.beliefs, this.isPlausible) = (name, features, sites, beliefs, isPlausible);
        chance = new(seed);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How many candidates are drawn among the plausible ones before the processes choose, at least 0. The default is 3.</summary>
    public int Starts { get; init; } = 3;

    /// <summary>What the policy expects of a candidate by the answers it has learned from, and how sure it is, as a value would be recorded | unit of the property.</summary>
    /// <param name="property">Name of a property of the target.</param>
    /// <param name="place">Place of the candidate in the pool, from 0.</param>
    /// <exception cref="InvalidOperationException">It has not chosen yet.</exception>
    public PropertyEstimate Expected(string property, int place)
    {
        if (processes is null) throw new InvalidOperationException("The policy expects nothing before it chooses for the first time; call Choose.");
        var (belief, process) = (beliefs[property], processes[property]);
        return new(Math.Max(belief.Floor ?? double.NegativeInfinity, process.Mean[place]), Math.Sqrt(process.Variance[place] + belief.Scales.Noise));
    }

    /// <inheritdoc/>
    public int Choose(SearchHistory history)
    {
        Learn(history);
        if (history.Answers.Count < Starts && Drawn(history) is { } drawn) return drawn;
        var (best, place) = (double.NegativeInfinity, -1);
        for (var candidate = 0; candidate < history.Pool.Length; candidate++)
        {
            if (!history.IsOpen(candidate)) continue;
            var promise = 0.0;
            foreach (var window in history.Target.Windows)
                if (promise > best) promise += Math.Log(Math.Max(Probability(window, candidate), double.Epsilon)); // each window only lowers it
            if (promise > best) (best, place) = (promise, candidate);
        }
        return place;
    }

    private int? Drawn(SearchHistory history)
    {
        var plausible = Enumerable.Range(0, history.Pool.Length).Where(place => history.IsOpen(place) && isPlausible(place)).ToArray();
        return plausible.Length == 0 ? null : plausible[chance.Next(plausible.Length)];
    }

    private void Learn(SearchHistory history)
    {
        processes ??= history.Target.Windows.ToDictionary(window => window.Property.Name, window => Process(window.Property.Name));
        for (; learned < history.Answers.Count; learned++)
        {
            var answer = history.Answers[learned];
            foreach (var (property, process) in processes)
            {
                if (!answer.Values.TryGetValue(property, out var value)) continue;
                if (beliefs[property].Floor is { } floor && value <= floor) process.ObserveAtMost(answer.Place, floor);
                else process.Observe(answer.Place, value);
            }
        }
    }

    private PoolProcess Process(string property)
    {
        if (!beliefs.TryGetValue(property, out var belief))
            throw new ArgumentException($"Nothing is believed of {property} before the search; there are beliefs of {string.Join(", ", beliefs.Keys)}.");
        return new(new(features, sites, belief.Scales), belief.Expected, belief.Scales.Noise);
    }

    private double Probability(PropertyWindow window, int place)
    {
        var (belief, process) = (beliefs[window.Property.Name], processes![window.Property.Name]);
        var lower = belief.Floor is { } floor && window.Lower <= floor ? double.NegativeInfinity : window.Lower;
        return NormalTail.Within(process.Mean[place], Math.Sqrt(process.Variance[place] + belief.Scales.Noise), lower, window.Upper);
    }
}
