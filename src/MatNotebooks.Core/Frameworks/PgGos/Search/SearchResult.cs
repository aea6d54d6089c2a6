using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Targets;

namespace MatNotebooks.Frameworks.PgGos.Search;

/// <summary>What a search asked and found.</summary>
/// <param name="Policy">Name of the policy that chose.</param>
/// <param name="Target">What was wanted.</param>
/// <param name="Calls">Every call of the oracle, in order.</param>
/// <param name="Ending">Why it ended.</param>
public sealed record SearchResult(string Policy, DesignTarget Target, ImmutableArray<SearchCall> Calls, SearchEnding Ending)
{
    /// <summary>The candidates that meet the target, in the order they were found.</summary>
    public ImmutableArray<SearchCall> Hits => [.. Calls.Where(call => call.IsHit)];

    /// <summary>Calls that brought no values.</summary>
    public int Failures => Calls.Count(call => call.Failure is not null);

    /// <summary>Which call found the hit of this number, from 1; null when so many were not found.</summary>
    public int? CallsTo(int hits) => Hits is var found && hits >= 1 && hits <= found.Length ? found[hits - 1].Number : null;

    /// <summary>How many hits the first so many calls found.</summary>
    public int FoundAfter(int calls) => Calls.Count(call => call.IsHit && call.Number <= calls);

    /// <summary>The answered candidate nearest to the target, each distance in shares of the answers' spread; null when nothing was answered.</summary>
    public SearchCall? Nearest
    {
        get
        {
            var answered = Calls.Where(call => call.Failure is null).ToArray();
            var spreads = Target.Windows.ToDictionary(window => window.Property.Name, window => Spread(answered, window.Property.Name));
            return answered.MinBy(call => Target.Windows.Sum(window => call.Values.TryGetValue(window.Property.Name, out var value)
                ? window.Distance(value) / spreads[window.Property.Name]
                : double.PositiveInfinity));
        }
    }

    /// <summary>One sentence for a person: how many were found with how many calls, or how near it came and what was reached.</summary>
    public string Summary
    {
        get
        {
            var failed = Failures == 0 ? "" : $" ({Failures} of them failed)";
            var found = $"{Policy}: {Hits.Length} found with {Calls.Length} calls{failed}; {Text(Ending)}.";
            return Hits.Length > 0 || Nearest is not { } nearest ? found : $"{found} Nearest: {nearest.Candidate.Id} with {Values(nearest)}. Reached: {string.Join(", ", Target.Windows.Select(Reached))}.";
        }
    }

    private string Reached(PropertyWindow window)
    {
        var values = Calls.Where(call => call.Values.ContainsKey(window.Property.Name)).Select(call => call.Values[window.Property.Name]).ToArray();
        return values.Length == 0 ? $"no {window.Property.Name}" : $"{window.Property.Name} {values.Min():G4} to {values.Max():G4} {window.Property.Unit}";
    }

    private string Values(SearchCall call) => string.Join(", ", Target.Windows
        .Where(window => call.Values.ContainsKey(window.Property.Name))
        .Select(window => $"{window.Property.Name} {call.Values[window.Property.Name]:G4} {window.Property.Unit}"));

    private static double Spread(SearchCall[] answered, string name)
    {
        var values = answered.Where(call => call.Values.ContainsKey(name)).Select(call => call.Values[name]).ToArray();
        return values.Length > 1 && values.Max() > values.Min() ? values.Max() - values.Min() : 1;
    }

    private static string Text(SearchEnding ending) => ending switch
    {
        SearchEnding.EnoughHits => "that was enough",
        SearchEnding.NothingLeft => "every candidate was asked about",
        _ => "the budget is spent",
    };
}

/// <summary>Why a search ended.</summary>
public enum SearchEnding
{
    /// <summary>The calls were spent.</summary>
    BudgetSpent,

    /// <summary>So many hits were found as were wanted.</summary>
    EnoughHits,

    /// <summary>Every candidate was asked about or left out.</summary>
    NothingLeft,
}
