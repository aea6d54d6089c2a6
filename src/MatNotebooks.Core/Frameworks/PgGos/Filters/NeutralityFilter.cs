namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>Oxidation states that balance. Residual: the least charge of the formula unit that known states leave | e. Metals alone are not judged.</summary>
public sealed record NeutralityFilter : ICandidateFilter
{
    /// <inheritdoc/>
    public string Name => "neutrality";

    /// <inheritdoc/>
    public string Unit => "e";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject) => subject.Charges.IsMetallic
        ? FilterVerdict.NotJudged(Name, Limit, "It holds metals alone; ions say nothing of alloys.")
        : FilterVerdict.By(Name, subject.Charges.Left, Limit, () =>
            $"No known oxidation states of {string.Join(", ", subject.Charges.Elements)} balance {subject.Crystal.Composition.ReducedFormula}; a charge of {subject.Charges.Left:G3} is left.");
}
