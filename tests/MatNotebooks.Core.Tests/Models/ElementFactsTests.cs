using MatNotebooks.Chemistry;
using MatNotebooks.Models;

namespace MatNotebooks.Core.Tests.Models;

public sealed class ElementFactsTests
{
    [Fact]
    public void A_missing_fact_is_marked_and_not_a_number_of_its_own()
    {
        var names = ElementFacts.Names.ToArray();
        var (value, known) = (Array.IndexOf(names, "electronegativity"), Array.IndexOf(names, "electronegativity known"));
        var (helium, oxygen) = (ElementFacts.Of(2).ToArray(), ElementFacts.Of(8).ToArray());
        Assert.Null(PeriodicTable.OfNumber(2).Electronegativity);
        Assert.Equal((0f, 0f), (helium[value], helium[known]));
        Assert.Equal(1f, oxygen[known]);
        Assert.True(oxygen[value] > 2);
    }

    [Fact]
    public void Facts_stand_on_one_scale()
    {
        for (var fact = 0; fact < ElementFacts.Count; fact++)
            Assert.InRange(PeriodicTable.Elements.Average(element => Math.Pow(ElementFacts.Of(element.Number)[fact], 2)), 0.01, 1.01);
    }

    [Fact]
    public void Every_element_has_a_radius_for_its_distances() =>
        Assert.All(PeriodicTable.Elements, element => Assert.InRange(ElementFacts.CovalentRadius(element.Number), 0.25, 2.7));
}
