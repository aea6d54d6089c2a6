using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Filters;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>A filter as a penalty of the reward (Rᵢ of Eq. 24).</summary>
public static class FilterExcess
{
    /// <summary>How far a crystal is past what the filter lets through: 0 where it passes or cannot be judged, growing to 1 at twice the limit | no unit, 0 to 1.</summary>
    public static double Of(ICandidateFilter filter, Crystal crystal)
    {
        var verdict = filter.Judge(new(crystal));
        if (verdict.Passes) return 0;
        return verdict.Limit > 0 ? Math.Min(1, (verdict.Residual / verdict.Limit) - 1) : 1;
    }
}
