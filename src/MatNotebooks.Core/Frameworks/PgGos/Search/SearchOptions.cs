namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>How long a search goes on.</summary>
public sealed record SearchOptions
{
    /// <summary>Calls of the oracle at most, failed and repeated ones counted, at least 1. The default is 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Budget
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(Budget), $"Budget is {value}; it must be at least 1 call of the oracle, or nothing is asked and nothing found.");
    } = 200;

    /// <summary>How many hits are enough, at least 1. The default is as many as there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Hits { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Hits), $"Hits is {value}; it must be at least 1."); } = int.MaxValue;

    /// <summary>How often a candidate whose calculation failed is asked about once more before it is left out, at least 0. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0.</exception>
    public int Retries { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Retries), $"Retries is {value}; it must be 0 or more."); } = 1;

    /// <summary>After how many candidates left out one after the other the search gives up, at least 1. The default is 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Patience { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Patience), $"Patience is {value}; it must be at least 1."); } = 10;
}
