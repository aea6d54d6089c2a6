using MatNotebooks.Formatting;

namespace MatNotebooks.Chemistry;

/// <summary>An element as its tile of the periodic table, and its facts.</summary>
internal sealed class ElementFormatterSource : FormatterSource<Element>
{
    protected override string Html(Element element)
    {
        var facts = new FactTable($"<span style=\"display:inline-block;width:0.8em;height:0.8em;border-radius:50%;border:1px solid #7b8794;background:{element.Color}\"></span> {element.Number} {element.Symbol}, {element.Name}")
            .Add("atomic weight", element.Mass, "u")
            .Add("place", $"period {element.Period}, {(element.Group is { } group ? $"group {group}, " : "")}{element.Block} block")
            .Add("configuration", element.Configuration)
            .Add("electronegativity (Pauling)", element.Electronegativity)
            .Add("covalent radius", element.CovalentRadius, "Å")
            .Add("van der Waals radius", element.VanDerWaalsRadius, "Å")
            .Add("first ionisation energy", element.IonizationEnergy, "eV")
            .Add("electron affinity", element.ElectronAffinity, "eV")
            .Add("melting point", element.MeltingPoint, "K")
            .Add("boiling point", element.BoilingPoint, "K")
            .Add("density", element.Density, "g/cm³");
        return facts.ToString();
    }
}
