using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>A search under a budget: a policy proposes, an oracle judges, and every call counts (the inverse problem of Eq. 8).</summary>
public sealed class DesignSearch
{
    private readonly IOracle oracle;
    private readonly DesignTarget target;
    private readonly SearchOptions options;

    /// <summary>Prepares a search.</summary>
    /// <param name="pool">The candidates, at least one, with different ids.</param>
    /// <param name="oracle">Who judges.</param>
    /// <param name="target">What is wanted.</param>
    /// <param name="options">How long. The default is 200 calls.</param>
    /// <exception cref="ArgumentException">No candidate, two of one id, a property the oracle does not know, or a window outside all it can say.</exception>
    public DesignSearch(IEnumerable<Candidate> pool, IOracle oracle, DesignTarget target, SearchOptions? options = null)
    {
        (Pool, this.oracle, this.target, this.options) = ([.. pool], oracle, target, options ?? new());
        if (Pool.IsEmpty) throw new ArgumentException("There is no candidate to choose from; give at least one, or fewer demands on elements.");
        if (Pool.GroupBy(candidate => candidate.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Count()} candidates have the id {twice.Key}; each needs its own.");
        foreach (var window in target.Windows) CheckReach(window);
    }

    /// <summary>The candidates.</summary>
    public ImmutableArray<Candidate> Pool { get; }

    /// <summary>Lets a policy choose until the budget is spent, enough is found or nothing is left.</summary>
    /// <param name="policy">Who chooses; one that has not searched before.</param>
    /// <param name="progress">Told of each call.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CalculationException">The oracle's program is not installed or has no room, or so many candidates failed one after the other that nothing can be learned.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<SearchResult> RunAsync(ISearchPolicy policy, IProgress<SearchCall>? progress = null, CancellationToken cancellation = default)
    {
        var (history, calls) = (new SearchHistory(Pool, target), new List<SearchCall>());
        var (hits, leftOut) = (0, 0);
        while (calls.Count < options.Budget && history.OpenCount > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = policy.Choose(history);
            if (place < 0 || place >= Pool.Length || !history.IsOpen(place))
                throw new InvalidOperationException($"The policy {policy.Name} chose place {place}, which is not open; there are {Pool.Length} candidates.");
            var last = await AskAsync(place, calls, progress, cancellation).ConfigureAwait(false);
            if (last.Failure is { } failure)
            {
                history.Close(place);
                if (++leftOut >= options.Patience) throw GaveUp(calls.Count, last.Candidate, failure);
                continue;
            }
            leftOut = 0;
            history.Add(last);
            if (last.IsHit && ++hits >= options.Hits) return Ended(SearchEnding.EnoughHits);
        }
        return Ended(history.OpenCount == 0 ? SearchEnding.NothingLeft : SearchEnding.BudgetSpent);

        SearchResult Ended(SearchEnding ending) => new(policy.Name, target, [.. calls], ending);
    }

    /// <summary>Asks about a candidate until it answers, its retries are used up or the budget is.</summary>
    private async Task<SearchCall> AskAsync(int place, List<SearchCall> calls, IProgress<SearchCall>? progress, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await oracle.AskAsync(Pool[place], cancellation).ConfigureAwait(false);
            if (answer.Failure is { Kind: FailureKind.NotInstalled or FailureKind.NoRoom } fatal) throw new CalculationException(Pool[place].Id, fatal);
            var call = new SearchCall(calls.Count + 1, place, Pool[place], answer.Values, answer.Failure is null && target.IsMetBy(answer.Values), answer.Failure);
            calls.Add(call);
            progress?.Report(call);
            // Input that a program does not take will not be taken the second time.
            if (answer.Failure is null or { Kind: FailureKind.BadInput } || attempt >= options.Retries || calls.Count >= options.Budget) return call;
        }
    }

    private void CheckReach(PropertyWindow window)
    {
        if (!oracle.Properties.Any(property => property.Name == window.Property.Name))
            throw new ArgumentException(
                $"The target asks for {window.Property.Name}, of which {oracle.Description} says nothing; it says {string.Join(", ", oracle.Properties)}.");
        if (oracle.Reach(window.Property) is { } reach && (window.Lower > reach.Upper || window.Upper < reach.Lower))
            throw new ArgumentException(
                $"No candidate can meet {window}: {window.Property.Name} reaches from {reach.Lower:G4} to {reach.Upper:G4} {window.Property.Unit} in {oracle.Description}; ask for something inside.");
    }

    private CalculationException GaveUp(int calls, Candidate candidate, CalculationFailure failure) => new(candidate.Id, failure with
    {
        Message = $"{options.Patience} candidates failed one after the other, {calls} calls are spent, and the search gives up. The last said: {failure.Message}",
    });
}
