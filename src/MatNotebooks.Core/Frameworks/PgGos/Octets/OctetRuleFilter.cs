using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.PgGos.Filters;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// The octet rule of AB compounds: eight valence electrons for each pair of atoms, a filled d shell not counted. Residual: what is missing
/// or too much | electrons per pair. A model that has seen octets alone knows nothing of other compounds, whatever it promises.
/// </summary>
public sealed record OctetRuleFilter : ICandidateFilter
{
    private const int Octet = 8, FilledShell = 10;

    /// <inheritdoc/>
    public string Name => "octet rule";

    /// <inheritdoc/>
    public string Unit => "electrons";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        var composition = subject.Crystal.Composition;
        var electrons = 2 * composition.Amounts.Sum(pair => pair.Value * Valence(pair.Key)) / composition.AtomCount;
        var residual = Math.Round(Math.Abs(electrons - Octet), 9);
        return residual > Limit
            ? new(Name, residual, Limit, $"{composition.ReducedFormula} has {electrons:0.##} valence electrons for each pair of atoms; octet compounds have {Octet}.")
            : new(Name, residual, Limit, null);
    }

    /// <summary>Valence electrons, a filled d shell not counted.</summary>
    internal static int Valence(Element element) => element.ValenceElectrons > FilledShell ? element.ValenceElectrons - FilledShell : element.ValenceElectrons;
}
