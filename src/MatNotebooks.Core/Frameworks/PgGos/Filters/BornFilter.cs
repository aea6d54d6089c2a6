namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>Every small strain costs energy (Born, Math. Proc. Camb. Phil. Soc. 36, 160, 1940). Residual: how far the lowest eigenvalue of the stiffness is below 0 | GPa.</summary>
public sealed record BornFilter : ICandidateFilter
{
    /// <inheritdoc/>
    public string Name => "Born stability";

    /// <inheritdoc/>
    public string Unit => "GPa";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        if (subject.Stiffness is not { } stiffness) return FilterVerdict.NotJudged(Name, Limit, "Its elastic constants are not known.");
        var lowest = stiffness.Eigenvalues[0];
        // At 0 a strain costs nothing, which is not stable either.
        return FilterVerdict.By(Name, lowest > 0 ? 0 : Math.Max(-lowest, double.Epsilon), Limit, () =>
            $"The lowest eigenvalue of the stiffness is {lowest:G4} GPa; a strain that costs no energy would grow.");
    }
}
