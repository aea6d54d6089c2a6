using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>Crystals of the commonest structure types, as conventional cells: <c>Prototypes.Rocksalt("Na", "Cl", 5.64)</c>.</summary>
public static class Prototypes
{
    private static readonly double IdealAxes = Math.Sqrt(8.0 / 3); // c/a of touching spheres

    private static readonly Fractional[] Primitive = [default];
    private static readonly Fractional[] BodyCentered = [default, new(0.5, 0.5, 0.5)];
    private static readonly Fractional[] FaceCentered = [default, new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];

    /// <summary>Simple cubic (polonium): 1 atom.</summary>
    /// <param name="element">The element.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal SimpleCubic(Element element, double a) => Cubic(a, Primitive, (element, default));

    /// <summary>Body-centred cubic (iron): 2 atoms.</summary>
    /// <param name="element">The element.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Bcc(Element element, double a) => Cubic(a, BodyCentered, (element, default));

    /// <summary>Face-centred cubic (copper): 4 atoms.</summary>
    /// <param name="element">The element.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Fcc(Element element, double a) => Cubic(a, FaceCentered, (element, default));

    /// <summary>Hexagonal close-packed (magnesium): 2 atoms.</summary>
    /// <param name="element">The element.</param>
    /// <param name="a">Edge in the plane | Å, greater than 0.</param>
    /// <param name="c">Edge along the axis | Å, greater than 0. The default is √(8/3) a, touching spheres.</param>
    public static Crystal Hcp(Element element, double a, double? c = null) =>
        Hexagonal(a, c, (element, new(1.0 / 3, 2.0 / 3, 0.25)), (element, new(2.0 / 3, 1.0 / 3, 0.75)));

    /// <summary>Diamond (silicon): 8 atoms.</summary>
    /// <param name="element">The element.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Diamond(Element element, double a) => Zincblende(element, element, a);

    /// <summary>Rocksalt (NaCl): 8 atoms.</summary>
    /// <param name="cation">Element at the corners.</param>
    /// <param name="anion">Element in the octahedral holes.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Rocksalt(Element cation, Element anion, double a) =>
        Cubic(a, FaceCentered, (cation, default), (anion, new(0.5, 0.5, 0.5)));

    /// <summary>Caesium chloride: 2 atoms.</summary>
    /// <param name="cation">Element at the corner.</param>
    /// <param name="anion">Element in the centre.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal CaesiumChloride(Element cation, Element anion, double a) =>
        Cubic(a, Primitive, (cation, default), (anion, new(0.5, 0.5, 0.5)));

    /// <summary>Zincblende (ZnS): 8 atoms.</summary>
    /// <param name="cation">Element at the corners.</param>
    /// <param name="anion">Element in half of the tetrahedral holes.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Zincblende(Element cation, Element anion, double a) =>
        Cubic(a, FaceCentered, (cation, default), (anion, new(0.25, 0.25, 0.25)));

    /// <summary>Wurtzite (ZnO): 4 atoms.</summary>
    /// <param name="cation">Element at height 0.</param>
    /// <param name="anion">Element at height u.</param>
    /// <param name="a">Edge in the plane | Å, greater than 0.</param>
    /// <param name="c">Edge along the axis | Å, greater than 0. The default is √(8/3) a, regular tetrahedra.</param>
    /// <param name="u">Bond along the axis | units of c, between 0 and 0.5. The default is 3/8, regular tetrahedra.</param>
    public static Crystal Wurtzite(Element cation, Element anion, double a, double? c = null, double u = 0.375) => Hexagonal(
        a, c,
        (cation, new(1.0 / 3, 2.0 / 3, 0)), (cation, new(2.0 / 3, 1.0 / 3, 0.5)),
        (anion, new(1.0 / 3, 2.0 / 3, u)), (anion, new(2.0 / 3, 1.0 / 3, u + 0.5)));

    /// <summary>Fluorite (CaF₂): 12 atoms.</summary>
    /// <param name="cation">Element at the corners.</param>
    /// <param name="anion">Element in all tetrahedral holes.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Fluorite(Element cation, Element anion, double a) =>
        Cubic(a, FaceCentered, (cation, default), (anion, new(0.25, 0.25, 0.25)), (anion, new(0.75, 0.75, 0.75)));

    /// <summary>Cubic perovskite (SrTiO₃): 5 atoms.</summary>
    /// <param name="large">Element at the corner, with twelve neighbours.</param>
    /// <param name="small">Element in the centre, with six neighbours.</param>
    /// <param name="anion">Element on the faces.</param>
    /// <param name="a">Cell edge | Å, greater than 0.</param>
    public static Crystal Perovskite(Element large, Element small, Element anion, double a) => Cubic(
        a, Primitive, (large, default), (small, new(0.5, 0.5, 0.5)),
        (anion, new(0, 0.5, 0.5)), (anion, new(0.5, 0, 0.5)), (anion, new(0.5, 0.5, 0)));

    private static Crystal Cubic(double a, Fractional[] centering, params ReadOnlySpan<(Element Element, Fractional Position)> basis)
    {
        var sites = new List<Site>();
        foreach (var (element, position) in basis)
            foreach (var shift in centering)
                sites.Add(new(element, (position + shift).Wrapped));
        return new(Lattice.Cubic(a), [.. sites]);
    }

    private static Crystal Hexagonal(double a, double? c, params ReadOnlySpan<(Element Element, Fractional Position)> basis)
    {
        var edge = c ?? (IdealAxes * a);
        var sites = new List<Site>();
        foreach (var (element, position) in basis)
            sites.Add(new(element, position.Wrapped));
        return new(Lattice.FromParameters(a, a, edge, 90, 90, 120), [.. sites]);
    }
}
