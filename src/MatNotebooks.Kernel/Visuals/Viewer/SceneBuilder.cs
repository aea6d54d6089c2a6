using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Decides which atoms, sticks, polyhedra and edges of a crystal are drawn.</summary>
internal static class SceneBuilder
{
    private const double OnFace = 1e-3; // fractional; coordinates are printed with three digits or more

    internal static CrystalScene Build(CrystalView view) => Build(view, Coordination.Of(view.Crystal));

    /// <param name="view">What to draw.</param>
    /// <param name="coordination">The bonds of its crystal.</param>
    /// <param name="home">Where each site stands in the frame of a trajectory that decides, so that the same atoms are drawn in every frame.</param>
    internal static CrystalScene Build(CrystalView view, Coordination coordination, Crystal? home = null)
    {
        SceneChecks.Check(view);
        var frame = new SceneFrame(view.Crystal.Lattice, view.Supercell);
        var look = new AtomLook(view.Style, view.Labels, view.AtomColors);
        var sites = Enumerable.Range(0, view.Crystal.Sites.Length);
        ImmutableArray<SceneAtom> atoms =
            [.. sites.SelectMany(site => Shifts(view, home ?? view.Crystal, site).Select(shift => Atom(view, frame, look, site, Follow(view, home, site, shift))))];
        ImmutableArray<SceneSolid> solids = [];
        if (view.Polyhedra is { } polyhedra)
            (atoms, solids) = Solids.Of(view, polyhedra, coordination, atoms, (site, shift) => Atom(view, frame, look, site, shift));
        var sticks = view.Weights is { } weights ? WeightSticks.Of(view, weights, frame, atoms)
            : view.Bonds && view.Style != AtomStyle.SpaceFilling ? BondSticks.Of(atoms, coordination) : [];
        return new(atoms, sticks, CellEdges.Of(frame, view.Supercell, atoms.Max(atom => atom.Radius)))
        {
            Solids = solids,
            Arrows = view.Vectors is { } vectors ? Arrows.Of(vectors, atoms, frame.Turn) : [],
        };
    }

    // By how many lattice vectors the drawn images of a site are shifted.
    private static IEnumerable<(int A, int B, int C)> Shifts(CrystalView view, Crystal crystal, int site)
    {
        var listed = crystal.Sites[site].Position;
        int[] Along(double value, int cells)
        {
            var wrapped = value - Math.Floor(value);
            if (wrapped > 1 - OnFace) wrapped -= 1;
            var count = cells + (view.RepeatOnFaces && wrapped < OnFace ? 1 : 0);
            return [.. Enumerable.Range((int)Math.Round(wrapped - value), count)];
        }
        return from a in Along(listed.A, view.Supercell.A)
               from b in Along(listed.B, view.Supercell.B)
               from c in Along(listed.C, view.Supercell.C)
               select (a, b, c);
    }

    // An atom on the other side of a face than in that frame is drawn where it went, not where it came in again.
    private static (int A, int B, int C) Follow(CrystalView view, Crystal? home, int site, (int A, int B, int C) shift)
    {
        if (home is null) return shift;
        var moved = view.Crystal.Sites[site].Position - home.Sites[site].Position;
        return (shift.A - (int)Math.Round(moved.A), shift.B - (int)Math.Round(moved.B), shift.C - (int)Math.Round(moved.C));
    }

    private static SceneAtom Atom(CrystalView view, SceneFrame frame, AtomLook look, int index, (int A, int B, int C) shift)
    {
        var site = view.Crystal.Sites[index];
        var place = site.Position + new Fractional(shift.A, shift.B, shift.C);
        return new(index, shift, frame.Place(place), place, site.Element, look.Radius(site.Element), look.Color(site.Element, index))
        {
            Label = look.Label(site.Element, index),
        };
    }
}
