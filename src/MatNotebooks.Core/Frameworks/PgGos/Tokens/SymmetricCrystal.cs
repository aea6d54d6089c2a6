using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>A crystal as its space group, the free numbers of its cell, and one site of each orbit.</summary>
/// <param name="Group">The space group.</param>
/// <param name="Cell">The free numbers of the conventional cell, as <see cref="CellFamily.Free"/> lists them.</param>
/// <param name="Sites">One site of each orbit, at least one.</param>
internal sealed record SymmetricCrystal(SpaceGroupFrame Group, IReadOnlyList<double> Cell, IReadOnlyList<OrbitSite> Sites)
{
    private const double Merge = 1.5e-3; // fractional; 1.4 steps of a coordinate: sites nearer to a symmetry element than can be said lie on it
    private static readonly double[] Tighter = [1, 0.1, 0.01];

    /// <summary>Sites of the conventional cell.</summary>
    public int Atoms => Sites.Sum(site => site.Template.Multiplicity);

    /// <summary>Reads a crystal; a tolerance at which no symmetric form of all its sites is found is tightened twice.</summary>
    /// <param name="crystal">An ordered crystal.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å.</param>
    /// <returns>The symmetric form; null, and why, where there is none.</returns>
    public static (SymmetricCrystal? Crystal, string? Problem) Of(Crystal crystal, double tolerance)
    {
        if (!crystal.IsOrdered) return (null, "sites are shared");
        if (crystal.ShortestDistance() < tolerance) return (null, "sites stand closer than the tolerance");
        var problem = "no symmetry was found";
        foreach (var factor in Tighter)
        {
            try
            {
                var (number, conventional) = SymmetryFinder.FindConventional(crystal, factor * tolerance);
                (var found, problem) = Read(conventional, SpaceGroupFrame.Of(number));
                if (found is not null) return (found, null);
            }
            catch (InvalidOperationException) when (Spglib.IsPresent)
            {
                problem = "spglib finds no symmetry";
            }
        }
        return (null, problem);
    }

    /// <summary>The primitive cell with every site.</summary>
    public Crystal ToCrystal()
    {
        var conventional = Group.Family.Build(Cell, Atoms);
        var vectors = Group.Primitive;
        var lattice = new Lattice(conventional.ToCartesian(vectors[0]), conventional.ToCartesian(vectors[1]), conventional.ToCartesian(vectors[2]));
        var sites = new List<Site>();
        foreach (var site in Sites)
        {
            var inCell = new List<Fractional>();
            foreach (var position in Group.Orbit(site.Template.At(site.Free), Merge))
            {
                var reduced = lattice.ToFractional(conventional.ToCartesian(position)).Wrapped;
                if (!inCell.Exists(other => SpaceGroupFrame.Apart(other, reduced) < Merge)) inCell.Add(reduced);
            }
            sites.AddRange(inCell.Select(position => new Site(site.Element, position)));
        }
        return new(lattice, [.. sites]);
    }

    private static (SymmetricCrystal? Crystal, string Problem) Read(Crystal conventional, SpaceGroupFrame group)
    {
        var left = conventional.Sites.ToList();
        var sites = new List<OrbitSite>();
        while (left.Count > 0)
        {
            var orbit = group.Orbit(left[0].Position, Merge);
            var element = left[0].Element;
            var taken = left.RemoveAll(site => site.Element == element && orbit.Exists(position => SpaceGroupFrame.Apart(position, site.Position) < 2 * Merge));
            var site = Representative(orbit, element, group);
            if (site is null || taken != orbit.Count || taken != site.Template.Multiplicity) return (null, $"an orbit of {element} is not whole in {group.Symbol}");
            sites.Add(site);
        }
        var ordered = sites.OrderBy(site => site.Element.Electronegativity ?? 0).ThenBy(site => site.Element.Number)
            .ThenBy(site => site.Template.Multiplicity).ThenBy(site => site.Template.Key, StringComparer.Ordinal)
            .ThenBy(site => site.Free.ElementAtOrDefault(0)).ThenBy(site => site.Free.ElementAtOrDefault(1)).ThenBy(site => site.Free.ElementAtOrDefault(2));
        return (new(group, group.Family.Read(conventional.Lattice, conventional.Sites.Length), [.. ordered]), "");
    }

    /// <summary>The site of an orbit whose template is the shortest, then first, and its coordinates the least: the same for every order of sites.</summary>
    private static OrbitSite? Representative(List<Fractional> orbit, Chemistry.Element element, SpaceGroupFrame group) => orbit
        .Select(position => (Position: position, Template: SiteTemplate.Of(position, group)))
        .Where(site => site.Template is not null)
        .Select(site => new OrbitSite(site.Template!, element, site.Template!.Free(site.Position)))
        .OrderBy(site => site.Template.Key.Length).ThenBy(site => site.Template.Key, StringComparer.Ordinal)
        .ThenBy(site => Math.Round(site.Free.Sum(), 4)).ThenBy(site => site.Free.ElementAtOrDefault(0))
        .FirstOrDefault();
}
