using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>Chooses blindly, each open candidate as probably as the next: what every other policy must beat.</summary>
public sealed class RandomPolicy(int seed) : ISearchPolicy
{
    private readonly Random chance = new(seed);
    private int[]? order;
    private int next;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public int Choose(SearchHistory history)
    {
        if (order is null) chance.Shuffle(order = [.. Enumerable.Range(0, history.Pool.Length)]);
        while (!history.IsOpen(order[next])) next++;
        return order[next];
    }
}
