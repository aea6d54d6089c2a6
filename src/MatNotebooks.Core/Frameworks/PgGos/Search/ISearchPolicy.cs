namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>Chooses what the oracle is asked about next. A policy serves one search; the same seed and answers make it choose the same.</summary>
public interface ISearchPolicy
{
    /// <summary>Its name in tables, such as "pg-gos".</summary>
    string Name { get; }

    /// <summary>The place in the pool of the next candidate, one that is open; there is one at least.</summary>
    int Choose(SearchHistory history);
}
