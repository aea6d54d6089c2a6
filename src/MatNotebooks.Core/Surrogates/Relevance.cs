namespace MatNotebooks.Surrogates;

/// <summary>Whether dimensions may matter differently.</summary>
public enum Relevance
{
    /// <summary>Each dimension has a length scale of its own, long where it does not matter (automatic relevance determination).</summary>
    PerDimension,

    /// <summary>One length scale times each dimension's own spread: for many dimensions and few points.</summary>
    Shared,
}
