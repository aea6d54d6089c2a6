using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Models;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>The policies for octet compounds.</summary>
/// <remarks>
/// PG-GOS's own begins with what chemistry expects: bonds a little longer than covalent radii, Cohen's rule for the bulk modulus, and a gap
/// that grows by 2 eV with each unit of electronegativity between the two elements. How far from that the answers may lie was set by
/// the size of these quantities, not by searches.
/// </remarks>
internal static class OctetPolicies
{
    private const double GapPerElectronegativity = 2; // eV
    private const double RocksaltStiffness = 1.2; // six neighbours in place of the four that Cohen's rule was made for

    /// <summary>The policy of a name in <see cref="OctetSearchOptions.Policies"/>.</summary>
    public static ISearchPolicy Of(string name, IReadOnlyList<OctetCandidate> pool, int seed) => name switch
    {
        "random" => new RandomPolicy(seed),
        "bayesian" => new BayesianPolicy(Features(pool), seed),
        _ => Guided(pool, seed),
    };

    private static PhysicsGuidedPolicy Guided(IReadOnlyList<OctetCandidate> pool, int seed) => new(
        "pg-gos", Features(pool), [[.. pool.Select(one => First(one).Number)], [.. pool.Select(one => Second(one).Number)]],
        new Dictionary<string, PropertyBelief>
        {
            ["lattice_constant"] = new([.. pool.Select(one => one.Start)], Scales(0.1, 0.03)),
            ["bulk_modulus"] = new([.. pool.Select(Stiffness)], Scales(600, 9)),
            ["band_gap"] = new([.. pool.Select(one => GapPerElectronegativity * Difference(one))], Scales(1, 0.01), Floor: 0),
        },
        _ => true, seed);

    private static PoolFeatures Features(IReadOnlyList<OctetCandidate> pool) => PoolFeatures.Of(
        ("first element", [.. pool.Select(one => FactsOf(First(one)))]),
        ("second element", [.. pool.Select(one => FactsOf(Second(one)))]),
        ("pair", [.. pool.Select(one => new[] { Difference(one), one.Start })]),
        ("structure", [.. pool.Select(one => new[] { one.Curve.Prototype == Prototype.Rocksalt ? 1.0 : 0 })]));

    private static double[] FactsOf(Element element) =>
        [Electronegativity(element), ElementFacts.CovalentRadius(element.Number), element.Period, OctetRuleFilter.Valence(element), element.Block == 'd' ? 1 : 0];

    /// <summary>Equal shares for a constant, a straight line, a smooth function of each group and of all; a tenth for what no fact says of an element.</summary>
    private static SiteScales Scales(double variance, double noise) => new()
    {
        Constant = variance, Linear = variance, Additive = variance / 2, Joint = variance / 2, Identity = variance / 10, Noise = noise, Lengths = [2, 2, 1.5, 1.5],
    };

    private static double Stiffness(OctetCandidate candidate)
    {
        var rocksalt = candidate.Curve.Prototype == Prototype.Rocksalt;
        var bond = candidate.Start * (rocksalt ? 0.5 : Math.Sqrt(3) / 4);
        var ionicity = Math.Min(2, Math.Abs(OctetRuleFilter.Valence(Second(candidate)) - 4)); // Cohen's λ, which ends at II–VI
        return Physics.CohenRule.BulkModulus(bond, ionicity) * (rocksalt ? RocksaltStiffness : 1);
    }

    private static double Difference(OctetCandidate candidate) => Math.Abs(Electronegativity(First(candidate)) - Electronegativity(Second(candidate)));

    // Every element of an octet compound has been measured; the mean of the scale stands for one that has not.
    private static double Electronegativity(Element element) => element.Electronegativity ?? 2;

    private static Element First(OctetCandidate candidate) => candidate.Curve.Compound.Elements[0];

    private static Element Second(OctetCandidate candidate) => candidate.Curve.Compound.Elements[1];
}
