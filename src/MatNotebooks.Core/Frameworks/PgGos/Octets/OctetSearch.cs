using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Filters;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// Designs octet compounds for a target, from nothing: candidates of some elements in rocksalt and zincblende go through filters, a policy with
/// a model that knows how unsure it is chooses whom to ask about, and an oracle says what each really is. Every call counts.
/// </summary>
public sealed class OctetSearch
{
    private static readonly Lazy<IReadOnlyList<OctetEquilibrium>> Shipped = new(() => OctetEquilibrium.Of(OctetDataset.Load()));

    private readonly OctetSearchOptions options;
    private readonly IOracle oracle;
    private readonly DesignSearch search;

    /// <summary>Prepares a search; nothing is asked yet.</summary>
    /// <param name="target">What is wanted, such as "band_gap=2.0±0.2 eV, bulk_modulus&gt;=50 GPa"; the properties are <see cref="OctetEquilibrium.Properties"/>.</param>
    /// <param name="options">Elements, budget, policy. The default is all elements of the octet table and 40 calls.</param>
    /// <param name="oracle">Who says what a candidate is. The default is the calculations that ship; <see cref="OctetCurveOracle"/> computes.</param>
    /// <exception cref="FormatException">The target cannot be read.</exception>
    /// <exception cref="ArgumentException">A property nobody knows, a unit that does not fit, demands that contradict each other or cannot be met, an element that is none, or elements that make no octet compound.</exception>
    /// <exception cref="InvalidDataException">The journal is another oracle's.</exception>
    public OctetSearch(string target, OctetSearchOptions? options = null, IOracle? oracle = null)
    {
        this.options = options ?? new();
        Target = DesignTarget.Parse(target, OctetEquilibrium.Properties);
        Element[] elements = [.. this.options.Elements.Select(PeriodicTable.Find).Distinct().Order()];
        Candidates = oracle is null ? Recorded(elements, out oracle) : Computable(elements);
        Funnel = Filters.Run([.. Candidates.Select(candidate => new FilterSubject(candidate.Structure!))]);
        ImmutableArray<OctetCandidate> pool = [.. Candidates.Zip(Funnel.Refusals).Where(pair => pair.Second is null).Select(pair => pair.First)];
        if (pool.IsEmpty)
            throw new ArgumentException($"The filters refuse all {Candidates.Length} octet compounds of {Text(elements)}; the first says: {Funnel.Refusals[0]!.Reason} Give other elements.");
        this.oracle = this.options.Journal is { } path ? new JournalOracle(oracle, path) : oracle;
        search = new(pool, this.oracle, Target, this.options.Search);
        Pool = pool;
    }

    /// <summary>
    /// What a candidate has to pass: density, neutrality, electronegativity, distances and the octet rule. Not bond valences, which at the
    /// rough lattice constant a candidate begins with say more of that than of the compound.
    /// </summary>
    public static FilterChain Filters { get; } = new([.. FilterChain.Cheap.Filters.Where(filter => filter is not BondValenceFilter), new OctetRuleFilter()]);

    /// <summary>What is wanted.</summary>
    public DesignTarget Target { get; }

    /// <summary>Every candidate, before the filters.</summary>
    public ImmutableArray<OctetCandidate> Candidates { get; }

    /// <summary>What each filter refused, for each of <see cref="Candidates"/>.</summary>
    public FilterFunnel Funnel { get; }

    /// <summary>The candidates that passed.</summary>
    public ImmutableArray<OctetCandidate> Pool { get; }

    /// <summary>Who judges, in one line.</summary>
    public string Judge => oracle.Description;

    /// <summary>Calls of the oracle at most.</summary>
    public int Budget => options.Search.Budget;

    /// <summary>How many answers the journal held.</summary>
    public int Resumed => (oracle as JournalOracle)?.Resumed ?? 0;

    /// <summary>Searches until the budget is spent, enough is found or nobody is left; a second run asks anew.</summary>
    /// <param name="progress">Told of each call, in order. The default is nobody.</param>
    /// <param name="cancellation">Stops it; what the journal holds stays.</param>
    /// <exception cref="Simulation.CalculationException">The oracle's program is not installed, or too many candidates failed one after the other.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<OctetSearchResult> RunAsync(IProgress<SearchCall>? progress = null, CancellationToken cancellation = default)
    {
        var policy = new RememberingPolicy(OctetPolicies.Of(options.Policy, Pool, options.Seed));
        var found = await search.RunAsync(policy, progress, cancellation).ConfigureAwait(false);
        return new(this, found, [.. found.Calls.Select(call => new OctetTrial((OctetCandidate)call.Candidate, call, policy.PromisesOf(call.Place)))]);
    }

    private static ImmutableArray<OctetCandidate> Recorded(Element[] elements, out IOracle oracle)
    {
        var known = Shipped.Value;
        var there = known.SelectMany(equilibrium => equilibrium.Curve.Compound.Elements).ToHashSet();
        if (elements.FirstOrDefault(element => !there.Contains(element)) is { } missing)
            throw new ArgumentException($"No recorded calculation has {missing}; the octet table has {string.Join(", ", there.Order())}. Leave it out, or have it computed.");
        var chosen = known.Where(equilibrium => elements.Length == 0 || equilibrium.Curve.Compound.Elements.All(elements.Contains)).ToArray();
        if (chosen.Length == 0) throw NoCompound(elements);
        oracle = new RecordedOracle(
            elements.Length == 0 ? "the octet table" : $"the octet table's compounds of {Text(elements)}", OctetEquilibrium.Properties,
            chosen.Select(equilibrium => KeyValuePair.Create(equilibrium.Curve.ToString(), equilibrium.Values)));
        return [.. chosen.Select(equilibrium => new OctetCandidate(equilibrium.Curve))];
    }

    private static ImmutableArray<OctetCandidate> Computable(Element[] elements)
    {
        var curves = elements.Length == 0 ? [.. PlannedCurve.All] : OctetPool.Of(elements);
        return curves.IsEmpty ? throw NoCompound(elements) : [.. curves.Select(curve => new OctetCandidate(curve))];
    }

    private static ArgumentException NoCompound(Element[] elements) => new(
        $"No two of {Text(elements)} make an octet compound (eight valence electrons together); give a metal and what it binds to, such as Mg,Zn,O,S,Se.");

    private static string Text(Element[] elements) => elements.Length == 0 ? "the octet table" : string.Join(", ", elements.Select(element => element.Symbol));
}
