using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>The policies for perovskites; PG-GOS's own knows gaps and heats of formation, with scales chosen on targets other than the reported one.</summary>
public static class PerovskitePolicies
{
    /// <summary>The policy for a target on properties named "…gap…" and "heat…" or "e_form…".</summary>
    /// <param name="chemistry">What is known of the candidates.</param>
    /// <param name="seed">Seed of the first choices.</param>
    /// <param name="scales">The scales. The default is those chosen on other targets.</param>
    public static ISearchPolicy PhysicsGuided(PerovskiteChemistry chemistry, int seed, PerovskiteScales? scales = null)
    {
        scales ??= chemistry.Rules == ChemistryRules.Used ? PerovskiteScales.Chosen : PerovskiteScales.WithoutRules;
        var places = Enumerable.Range(0, chemistry.Ions.Length).ToArray();
        var gap = new PropertyBelief([.. places.Select(place => chemistry.ExpectedGap(place, scales.GapRise))], scales.Gap, Floor: 0);
        var heat = new PropertyBelief([.. places.Select(chemistry.ExpectedHeat)], scales.Heat);
        return new PhysicsGuidedPolicy(
            chemistry.Rules == ChemistryRules.Used ? "pg-gos" : "pg-gos-without-rules", chemistry.Features, chemistry.Sites,
            new Dictionary<string, PropertyBelief> { ["ind_gap"] = gap, ["dir_gap"] = gap, ["heat_all"] = heat, ["heat_ref"] = heat }, chemistry.IsPlausible, seed)
        {
            Starts = scales.Starts,
        };
    }

    /// <summary>A genetic algorithm whose genes are the elements of A and B and the three anions.</summary>
    public static ISearchPolicy Genetic(IReadOnlyList<Perovskite> pool, int seed) => new GeneticPolicy(
        [[.. pool.Select(candidate => candidate.A.Number)], [.. pool.Select(candidate => candidate.B.Number)], [.. pool.Select(AnionCode)]], seed);

    // Three atomic numbers below 100 in one.
    private static int AnionCode(Perovskite candidate) => candidate.Anions.Aggregate(0, (code, anion) => (100 * code) + anion.Number);
}
