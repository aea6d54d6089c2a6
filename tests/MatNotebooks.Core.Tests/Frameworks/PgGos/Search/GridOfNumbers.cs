using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

/// <summary>A pool whose truth is known: 20 × 20 places, a property that is a smooth bowl about (14, 6), and one that is cut at 0.</summary>
internal static class GridOfNumbers
{
    public const int Side = 20;

    public static PropertyKey Bowl { get; } = new("bowl", "eV", Extent.Intensive);

    public static PropertyKey Gap { get; } = new("gap", "eV", Extent.Intensive);

    public static ImmutableArray<Candidate> Pool { get; } =
        [.. Enumerable.Range(0, Side * Side).Select(place => new Candidate($"{place / Side}-{place % Side}", Composition.Parse("NaCl")))];

    public static int[][] Sites { get; } = [[.. Enumerable.Range(0, Side * Side).Select(place => place / Side)], [.. Enumerable.Range(0, Side * Side).Select(place => place % Side)]];

    public static PoolFeatures Features { get; } = PoolFeatures.Of(
        ("row", [.. Sites[0].Select(value => new[] { (double)value })]), ("column", [.. Sites[1].Select(value => new[] { (double)value })]));

    /// <summary>Thirteen of the 400 places: those within 2 of the bottom.</summary>
    public static DesignTarget Bottom { get; } = DesignTarget.Parse("bowl<=0.04 eV, gap>=0.5", [Bowl, Gap]);

    public static SiteScales Scales { get; } = new() { Constant = 1, Linear = 0, Additive = 1, Joint = 1, Identity = 0, Noise = 1e-3, Lengths = [1, 1] };

    public static double BowlAt(int place) => (Math.Pow(Sites[0][place] - 14, 2) + Math.Pow(Sites[1][place] - 6, 2)) / 100;

    public static double GapAt(int place) => Math.Max(0, 3 - (BowlAt(place) * 8));

    public static RecordedOracle Oracle { get; } = new("a bowl", [Bowl, Gap], Enumerable.Range(0, Side * Side).Select(place => KeyValuePair.Create(
        Pool[place].Id, ImmutableDictionary<string, double>.Empty.Add("bowl", BowlAt(place)).Add("gap", GapAt(place)))));

    public static PhysicsGuidedPolicy Guided(int seed) => new(
        "guided", Features, Sites,
        new Dictionary<string, PropertyBelief> { ["bowl"] = new(new double[Side * Side], Scales), ["gap"] = new(new double[Side * Side], Scales, Floor: 0) }, _ => true, seed);

    /// <summary>Answers like another oracle, but fails on chosen calls.</summary>
    public sealed class Failing(IOracle inner, Func<int, CalculationFailure?> failure) : IOracle
    {
        public int Calls { get; private set; }

        public string Description => inner.Description;

        public ImmutableArray<PropertyKey> Properties => inner.Properties;

        public MatNotebooks.Metrics.Interval? Reach(PropertyKey property) => inner.Reach(property);

        public Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default) =>
            failure(Calls++) is { } wrong ? Task.FromResult(OracleAnswer.Of(wrong)) : inner.AskAsync(candidate, cancellation);
    }
}
