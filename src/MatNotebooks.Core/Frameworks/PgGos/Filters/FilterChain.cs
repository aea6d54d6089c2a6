using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>Filters one after the other, the cheap ones first; a candidate goes as far as the first that refuses it (valid of Eq. 32).</summary>
public sealed class FilterChain
{
    /// <summary>Puts filters in order.</summary>
    /// <param name="filters">At least one, with different names.</param>
    /// <exception cref="ArgumentException">There is none, or two have one name.</exception>
    public FilterChain(params IEnumerable<ICandidateFilter> filters)
    {
        Filters = [.. filters];
        if (Filters.IsEmpty) throw new ArgumentException("A chain needs at least one filter.");
        if (Filters.GroupBy(filter => filter.Name).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new ArgumentException($"The chain holds {twice.Count()} filters named {twice.Key}; each needs its own name.");
    }

    /// <summary>Density, neutrality, electronegativity, distances, bond valences: what needs no simulator.</summary>
    public static FilterChain Cheap { get; } = new(new DensityFilter(), new NeutralityFilter(), new ElectronegativityFilter(), new DistanceFilter(), new BondValenceFilter());

    /// <summary>The cheap ones, then Born's stability and elastic equilibrium of those whose elastic constants are known.</summary>
    public static FilterChain All { get; } = new([.. Cheap.Filters, new BornFilter(), new EquilibriumFilter()]);

    /// <summary>The filters in order.</summary>
    public ImmutableArray<ICandidateFilter> Filters { get; }

    /// <summary>The first refusal; null when every filter lets it pass.</summary>
    public FilterVerdict? FirstRefusal(FilterSubject subject)
    {
        foreach (var filter in Filters)
            if (filter.Judge(subject) is { Passes: false } refusal) return refusal;
        return null;
    }

    /// <summary>What every filter says, also those behind a refusal.</summary>
    public ImmutableArray<FilterVerdict> JudgeAll(FilterSubject subject) => [.. Filters.Select(filter => filter.Judge(subject))];

    /// <summary>Judges many candidates on all cores and counts where they stopped.</summary>
    /// <param name="subjects">The candidates.</param>
    public FilterFunnel Run(IReadOnlyList<FilterSubject> subjects)
    {
        var refusals = new FilterVerdict?[subjects.Count];
        Parallel.For(0, subjects.Count, place => refusals[place] = FirstRefusal(subjects[place]));
        return new([.. Filters.Select(filter => filter.Name)], [.. refusals]);
    }
}
