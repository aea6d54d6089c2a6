namespace MatNotebooks.Training.Search;

/// <summary>What a search came to.</summary>
/// <param name="Trials">Every choice, in the order in which they were made.</param>
/// <param name="Best">The one with the least error among those that were given the whole budget.</param>
public sealed record TuningResult(IReadOnlyList<Trial> Trials, Trial Best);
