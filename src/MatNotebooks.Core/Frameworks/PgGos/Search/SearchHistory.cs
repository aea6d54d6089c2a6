using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Targets;

namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>What a policy knows when it chooses: the candidates, the target, and what was answered so far.</summary>
public sealed class SearchHistory
{
    private readonly List<SearchCall> answers = [];
    private readonly bool[] closed;

    internal SearchHistory(ImmutableArray<Candidate> pool, DesignTarget target) =>
        (Pool, Target, closed, OpenCount) = (pool, target, new bool[pool.Length], pool.Length);

    /// <summary>All candidates.</summary>
    public ImmutableArray<Candidate> Pool { get; }

    /// <summary>What is wanted.</summary>
    public DesignTarget Target { get; }

    /// <summary>The calls that brought values, in their order.</summary>
    public IReadOnlyList<SearchCall> Answers => answers;

    /// <summary>How many candidates may still be chosen.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Whether a candidate may still be chosen: neither answered nor left out.</summary>
    /// <param name="place">Its place in the pool, from 0.</param>
    public bool IsOpen(int place) => !closed[place];

    internal void Close(int place)
    {
        if (closed[place]) return;
        closed[place] = true;
        OpenCount--;
    }

    internal void Add(SearchCall answer)
    {
        answers.Add(answer);
        Close(answer.Place);
    }
}
