namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>What a filter says of a candidate.</summary>
/// <param name="Filter">Name of the filter.</param>
/// <param name="Residual">How far the candidate is from what the rule wants | unit of the filter, 0 where it obeys exactly; NaN where it cannot be judged.</param>
/// <param name="Limit">The greatest residual that passes | unit of the filter.</param>
/// <param name="Reason">Why it was refused or could not be judged; null when it passed.</param>
public sealed record FilterVerdict(string Filter, double Residual, double Limit, string? Reason)
{
    /// <summary>Whether the candidate goes on: it obeys, or the rule says nothing of it.</summary>
    public bool Passes => !(Residual > Limit);

    /// <summary>A verdict by the residual; the reason is kept only of one that is too great.</summary>
    internal static FilterVerdict By(string filter, double residual, double limit, Func<string> reason) => new(filter, residual, limit, residual > limit ? reason() : null);

    /// <summary>A rule that says nothing of this candidate, and why.</summary>
    internal static FilterVerdict NotJudged(string filter, double limit, string why) => new(filter, double.NaN, limit, why);

    /// <summary>Filter, residual and reason in a line.</summary>
    public override string ToString() => $"{Filter}: {(Passes ? double.IsNaN(Residual) ? "not judged" : "passed" : "refused")}, residual {Residual:G4}{(Reason is null ? "" : " — " + Reason)}";
}
