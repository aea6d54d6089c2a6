namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>
/// Cations less electronegative than anions (Davies et al., Chem 1, 617, 2016). Residual: by how much the worst pair is the wrong way round, in
/// the charges that balance | Pauling's scale.
/// </summary>
public sealed record ElectronegativityFilter : ICandidateFilter
{
    /// <inheritdoc/>
    public string Name => "electronegativity";

    /// <inheritdoc/>
    public string Unit => "1";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        var charges = subject.Charges;
        if (charges.IsMetallic || charges.Left > 0) return FilterVerdict.NotJudged(Name, Limit, "There are no balanced ions to compare.");
        return FilterVerdict.By(Name, Math.Max(0, charges.Disorder), Limit, () =>
            $"A cation of {subject.Crystal.Composition.ReducedFormula} is more electronegative than an anion, by {charges.Disorder:F2} on Pauling's scale.");
    }
}
