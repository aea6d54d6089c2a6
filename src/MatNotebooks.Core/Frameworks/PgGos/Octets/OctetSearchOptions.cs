using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>How octet compounds are searched.</summary>
public sealed record OctetSearchOptions
{
    /// <summary>What a search can choose by: PG-GOS's own policy, Bayesian optimisation without rules, and chance.</summary>
    public static ImmutableArray<string> Policies { get; } = ["pg-gos", "bayesian", "random"];

    /// <summary>Symbols of the elements a design may have. The default, none, is all of the octet table.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Calls of the oracle and when to stop. The default is 40 calls and as many hits as they find.</summary>
    public SearchOptions Search { get; init; } = new() { Budget = 40 };

    /// <summary>What chooses, one of <see cref="Policies"/>. The default is "pg-gos".</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public string Policy
    {
        get;
        init => field = Policies.Contains(value) ? value : throw new ArgumentException($"There is no policy '{value}'; there are {string.Join(", ", Policies)}.");
    } = "pg-gos";

    /// <summary>Seed of the first choices. The default is 0.</summary>
    public int Seed { get; init; }

    /// <summary>File of the answers so far, with which a search that was stopped goes on. The default is none.</summary>
    public string? Journal { get; init; }
}
