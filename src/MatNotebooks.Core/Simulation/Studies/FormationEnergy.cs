using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Studies;

/// <summary>Energy of a compound against its elements, all by the same calculator.</summary>
/// <param name="PerAtom">Formation energy | eV/atom; negative when the compound is favoured.</param>
/// <param name="Compound">The compound's result.</param>
/// <param name="References">Energy of each element as it stands alone | eV/atom.</param>
public sealed record FormationEnergy(double PerAtom, CalculationResult Compound, IReadOnlyDictionary<Element, double> References)
{
    /// <summary>Relaxes a compound and its elements and compares them.</summary>
    /// <param name="calculator">What computes; it must relax cells.</param>
    /// <param name="compound">The compound.</param>
    /// <param name="elements">A crystal of each element in the compound, in its stable form.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="ArgumentException">An element has no crystal, or a crystal has two elements.</exception>
    /// <exception cref="CalculationException">A calculation gave no result.</exception>
    public static async Task<FormationEnergy> RunAsync(
        ICalculator calculator, Crystal compound, IReadOnlyList<Crystal> elements, CancellationToken cancellation = default)
    {
        var references = new Dictionary<Element, double>();
        foreach (var crystal in elements)
            if (crystal.Composition.Elements.Count() != 1)
                throw new ArgumentException($"The reference {crystal.Composition.ReducedFormula} holds several elements; give a crystal of each element alone.");
        var missing = compound.Composition.Elements.Except(elements.Select(crystal => crystal.Composition.Elements.Single())).ToArray();
        if (missing.Length > 0)
            throw new ArgumentException($"There is no crystal of {string.Join(", ", missing.AsEnumerable())}; give one of each element of {compound.Composition.ReducedFormula}.");
        foreach (var crystal in elements)
        {
            var energy = (await calculator.ResultOfAsync(CalculationTask.CellRelaxation(crystal), cancellation).ConfigureAwait(false)).Energy;
            references[crystal.Composition.Elements.Single()] = energy / crystal.Sites.Length;
        }
        var result = await calculator.ResultOfAsync(CalculationTask.CellRelaxation(compound), cancellation).ConfigureAwait(false);
        var apart = compound.Composition.Amounts.Sum(part => part.Value * references[part.Key]);
        return new((result.Energy - apart) / compound.Sites.Length, result, references);
    }
}
