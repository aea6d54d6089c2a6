using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>Elements that behave alike and are left out of training together, so that a model meets a chemistry it has never seen.</summary>
/// <param name="Name">Name, such as "halogens".</param>
/// <param name="Elements">The elements.</param>
public sealed record ElementFamily(string Name, ImmutableHashSet<Element> Elements)
{
    /// <summary>Seven families: those by which leaving elements out is judged.</summary>
    public static IReadOnlyList<ElementFamily> All { get; } =
    [
        Of("alkali metals", "Li", "Na", "K", "Rb", "Cs"),
        Of("alkaline earths", "Be", "Mg", "Ca", "Sr", "Ba"),
        Of("lanthanides", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu"),
        Of("platinum metals", "Ru", "Rh", "Pd", "Os", "Ir", "Pt"),
        Of("triels", "B", "Al", "Ga", "In", "Tl"),
        Of("pnictogens", "N", "P", "As", "Sb", "Bi"),
        Of("halogens", "F", "Cl", "Br", "I"),
    ];

    /// <summary>Whether a composition holds one of them.</summary>
    public bool IsIn(Composition composition) => composition.Elements.Any(Elements.Contains);

    private static ElementFamily Of(string name, params string[] symbols) => new(name, [.. symbols.Select(symbol => (Element)symbol)]);
}
