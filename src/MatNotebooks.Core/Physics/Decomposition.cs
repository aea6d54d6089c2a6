using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Physics;

/// <summary>What a composition falls apart into where that costs least: the hull above it.</summary>
/// <param name="Products">The stable phases, the greatest share first; one alone where the composition is that of a stable phase.</param>
/// <param name="Energy">Energy of the products together, formed from the elements: the height of the hull | eV per atom.</param>
/// <param name="ChemicalPotentials">
/// Chemical potential of each element among the products, on the scale of the phases' energies | eV per atom. Where fewer products meet than
/// there are elements they are one choice of many.
/// </param>
public sealed record Decomposition(ImmutableArray<PhaseShare> Products, double Energy, IReadOnlyDictionary<Element, double> ChemicalPotentials)
{
    /// <summary>The products as a sum, such as "0.60 Li2O + 0.40 Fe".</summary>
    public override string ToString() => string.Join(" + ", Products);
}
