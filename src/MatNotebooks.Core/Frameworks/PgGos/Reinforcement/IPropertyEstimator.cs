using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>Says what crystals are like and how sure it is: f of Eq. 24 and 28.</summary>
public interface IPropertyEstimator
{
    /// <summary>Estimates of each property, (crystals)(properties); null for a crystal that cannot be read, such as one with two atoms on one spot.</summary>
    IReadOnlyList<PropertyEstimate[]?> Estimate(IReadOnlyList<Crystal> crystals);
}
