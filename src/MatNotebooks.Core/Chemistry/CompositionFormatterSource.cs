using MatNotebooks.Formatting;

namespace MatNotebooks.Chemistry;

/// <summary>A composition as a table of its elements.</summary>
internal sealed class CompositionFormatterSource : FormatterSource<Composition>
{
    protected override string Html(Composition composition)
    {
        var table = new FactTable($"{FactTable.Formula(composition.ReducedFormula)}, {composition.Weight:G6} u").Heads("element", "atoms", "% of atoms", "% of mass");
        foreach (var (element, amount) in composition.Amounts)
            table.Row(element.Symbol, $"{amount:G6}", $"{100 * composition.Fraction(element):0.##}", $"{100 * amount * element.Mass / composition.Weight:0.##}");
        return table.ToString();
    }
}
