using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// A genetic algorithm whose genes are what fills each site: tournaments choose parents, a child takes each gene from one of them, sometimes
/// one is another; the best live on. In the style of Jain et al., J. Mater. Sci. 48, 6519 (2013), who searched these perovskites with it.
/// </summary>
/// <remarks>A child that was asked about before costs nothing and takes its place; one that is not among the candidates is bred again.</remarks>
public sealed class GeneticPolicy : ISearchPolicy
{
    private const int MostBirths = 1000; // without a child to ask about: the population has run dry

    private readonly int[][] genes; // (sites)(candidates)
    private readonly GeneticOptions options;
    private readonly Random chance;
    private readonly Dictionary<Genome, int> places;
    private readonly int[][] alleles;
    private List<int> parents = [], children = [];
    private Dictionary<int, double> fitness = [];

    /// <summary>Prepares a search.</summary>
    /// <param name="genes">What fills each site, as a number, (sites)(candidates).</param>
    /// <param name="seed">Seed of all choices.</param>
    /// <param name="options">How it breeds.</param>
    public GeneticPolicy(int[][] genes, int seed, GeneticOptions? options = null)
    {
        (this.genes, this.options, chance) = (genes, options ?? new(), new(seed));
        alleles = [.. genes.Select(site => site.Distinct().Order().ToArray())];
        places = [];
        for (var place = 0; place < genes[0].Length; place++) places.TryAdd(new([.. genes.Select(site => site[place])]), place);
    }

    /// <inheritdoc/>
    public string Name => "genetic";

    /// <inheritdoc/>
    public int Choose(SearchHistory history)
    {
        for (var births = 0; births < MostBirths; births++)
        {
            if (children.Count >= options.Population) NextGeneration(Fitness(history));
            var child = parents.Count == 0 ? chance.Next(history.Pool.Length) : Breed();
            if (child is not { } place) continue;
            children.Add(place);
            if (history.IsOpen(place)) return place;
        }
        var open = Enumerable.Range(0, history.Pool.Length).Where(history.IsOpen).ToArray();
        children.Add(open[chance.Next(open.Length)]);
        return children[^1];
    }

    private void NextGeneration(Dictionary<int, double> judged)
    {
        fitness = judged;
        var kept = parents.Distinct().OrderByDescending(place => fitness.GetValueOrDefault(place)).Take((int)(options.Elite * options.Population));
        parents = [.. kept.Concat(children).Distinct().OrderByDescending(place => fitness.GetValueOrDefault(place)).Take(options.Population)];
        children = [];
    }

    private int? Breed()
    {
        var (mother, father) = (Parent(), Parent());
        int[] child = [.. genes.Select(site => site[chance.Next(2) == 0 ? mother : father])];
        if (chance.NextDouble() < options.Mutation)
        {
            var site = chance.Next(child.Length);
            child[site] = alleles[site][chance.Next(alleles[site].Length)];
        }
        return places.TryGetValue(new(child), out var place) ? place : null;
    }

    private int Parent() => Enumerable.Range(0, options.Tournament).Select(_ => parents[chance.Next(parents.Count)]).MaxBy(place => fitness.GetValueOrDefault(place));

    private static Dictionary<int, double> Fitness(SearchHistory history)
    {
        var widths = TargetFitness.Widths(history);
        return history.Answers.ToDictionary(call => call.Place, call => TargetFitness.Of(call, history.Target, widths));
    }

    private sealed record Genome(int[] Genes)
    {
        public bool Equals(Genome? other) => other is not null && Genes.AsSpan().SequenceEqual(other.Genes);

        public override int GetHashCode() => Genes.Aggregate(17, HashCode.Combine);
    }
}
