using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class PolicyTests
{
    public static TheoryData<string> Policies => ["random", "genetic", "bayesian", "forest", "guided"];

    [Theory, MemberData(nameof(Policies))]
    public async Task The_same_seed_chooses_the_same_and_never_one_twice(string name)
    {
        var (one, other) = (await Search(name, 4, 40), await Search(name, 4, 40));
        Assert.Equal(one.Calls.Select(call => call.Place), other.Calls.Select(call => call.Place));
        Assert.Equal(40, one.Calls.Select(call => call.Place).Distinct().Count());
        Assert.NotEqual(one.Calls.Select(call => call.Place), (await Search(name, 5, 40)).Calls.Select(call => call.Place));
    }

    // The bowl's bottom holds 13 of 400: 50 blind calls find 1.6 on average.
    [Theory]
    [InlineData("genetic", 3)]
    [InlineData("bayesian", 12)]
    [InlineData("forest", 7)]
    [InlineData("guided", 12)]
    public async Task Finds_far_more_than_blind_choice(string name, int least) => Assert.InRange((await Search(name, 1, 50)).Hits.Length, least, 13);

    [Fact]
    public async Task The_genetic_algorithm_asks_about_everything_in_the_end()
    {
        int[][] genes = [.. GridOfNumbers.Sites.Select(site => site.Take(40).ToArray())];
        var result = await new DesignSearch(GridOfNumbers.Pool.Take(40), GridOfNumbers.Oracle, GridOfNumbers.Bottom).RunAsync(new GeneticPolicy(genes, 2, new() { Population = 5 }));
        Assert.Equal((40, SearchEnding.NothingLeft), (result.Calls.Length, result.Ending));
    }

    [Fact]
    public void Features_of_another_length_are_refused()
    {
        Assert.Contains("b has 1 rows and a has 2", Assert.Throws<ArgumentException>(() => PoolFeatures.Of(("a", [[1], [2]]), ("b", [[1]]))).Message);
        Assert.Contains("Row 1 of the group a", Assert.Throws<ArgumentException>(() => PoolFeatures.Of(("a", [[1], [double.NaN]]))).Message);
    }

    private static Task<SearchResult> Search(string name, int seed, int budget) =>
        new DesignSearch(GridOfNumbers.Pool, GridOfNumbers.Oracle, GridOfNumbers.Bottom, new() { Budget = budget }).RunAsync(Policy(name, seed));

    private static ISearchPolicy Policy(string name, int seed) => name switch
    {
        "random" => new RandomPolicy(seed),
        "genetic" => new GeneticPolicy(GridOfNumbers.Sites, seed, new() { Population = 20, Mutation = 0.2 }),
        "bayesian" => new BayesianPolicy(GridOfNumbers.Features, seed),
        "forest" => new ForestPolicy(GridOfNumbers.Features, seed) { Trees = 30 },
        _ => GridOfNumbers.Guided(seed),
    };
}
