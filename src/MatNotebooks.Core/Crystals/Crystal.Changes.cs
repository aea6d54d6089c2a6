using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <content>Crystals made from this one.</content>
public sealed partial record Crystal
{
    private const int MostSites = 1_000_000;

    /// <summary>The same sites in another lattice: fractional coordinates stay.</summary>
    public Crystal WithLattice(Lattice lattice) => new(lattice, Sites, Id);

    /// <summary>The same lattice with other sites.</summary>
    public Crystal WithSites(ImmutableArray<Site> sites) => new(Lattice, sites, Id);

    /// <summary>The same crystal under another name.</summary>
    public Crystal WithId(string? id) => new(Lattice, Sites, id);

    /// <summary>The crystal scaled evenly to a cell volume.</summary>
    /// <param name="volume">Volume of the new cell | Å³, greater than 0.</param>
    public Crystal WithVolume(double volume)
    {
        var scale = Math.Cbrt(volume / Volume);
        return WithLattice(new(scale * Lattice.A, scale * Lattice.B, scale * Lattice.C));
    }

    /// <summary>The crystal under a homogeneous strain: each vector r becomes (1 + ε) r.</summary>
    /// <param name="xx">ε along x | no unit; 0.01 stretches by 1 %.</param>
    /// <param name="yy">ε along y | no unit.</param>
    /// <param name="zz">ε along z | no unit.</param>
    /// <param name="yz">Shear ε_yz, half the engineering strain | no unit. The default is 0.</param>
    /// <param name="xz">Shear ε_xz, half the engineering strain | no unit. The default is 0.</param>
    /// <param name="xy">Shear ε_xy, half the engineering strain | no unit. The default is 0.</param>
    public Crystal Strained(double xx, double yy, double zz, double yz = 0, double xz = 0, double xy = 0)
    {
        return WithLattice(new(Stretch(Lattice.A), Stretch(Lattice.B), Stretch(Lattice.C)));

        Cartesian Stretch(Cartesian r) => r + new Cartesian(
            (xx * r.X) + (xy * r.Y) + (xz * r.Z), (xy * r.X) + (yy * r.Y) + (yz * r.Z), (xz * r.X) + (yz * r.Y) + (zz * r.Z));
    }

    /// <summary>The crystal with all sites moved and wrapped into the cell.</summary>
    public Crystal Translated(Fractional shift) =>
        WithSites([.. Sites.Select(site => site.MovedTo((site.Position + shift).Wrapped))]);

    /// <summary>The crystal with every coordinate in [0, 1).</summary>
    public Crystal Wrapped() => Translated(default);

    /// <summary>The cell repeated along its vectors; the images of a site follow one another.</summary>
    /// <param name="a">Repeats along a, at least 1.</param>
    /// <param name="b">Repeats along b, at least 1.</param>
    /// <param name="c">Repeats along c, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1, or more than a million sites.</exception>
    public Crystal Supercell(int a, int b, int c)
    {
        if (a < 1 || b < 1 || c < 1 || (double)a * b * c * Sites.Length > MostSites)
            throw new ArgumentOutOfRangeException(
                nameof(a), $"A {a}×{b}×{c} supercell of {Sites.Length} sites cannot be built; repeats start at 1 and {MostSites} sites are the limit.");
        var sites = ImmutableArray.CreateBuilder<Site>(a * b * c * Sites.Length);
        foreach (var site in Sites)
            for (var i = 0; i < a; i++)
                for (var j = 0; j < b; j++)
                    for (var k = 0; k < c; k++)
                        sites.Add(site.MovedTo(new((site.Position.A + i) / a, (site.Position.B + j) / b, (site.Position.C + k) / c)));
        return new(new(a * Lattice.A, b * Lattice.B, c * Lattice.C), sites.MoveToImmutable(), Id);
    }

    /// <summary>The crystal with one element in the place of another, occupancies kept.</summary>
    public Crystal Replaced(Element element, Element replacement) => WithSites([.. Sites.Select(site => new Site(
        [.. site.Occupants
            .Select(occupant => occupant.Element == element ? occupant with { Element = replacement } : occupant)
            .GroupBy(occupant => occupant.Element, (same, parts) => new Occupant(same, parts.Sum(part => part.Occupancy)))],
        site.Position))]);

    /// <summary>The crystal with one site filled by an element.</summary>
    /// <param name="site">Index into <see cref="Sites"/>.</param>
    /// <param name="element">What is to fill it.</param>
    public Crystal WithElement(int site, Element element) => WithSites(Sites.SetItem(site, new(element, Sites[site].Position)));
}
