using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Coordination polyhedra round the drawn atoms, with the corners that were not drawn yet.</summary>
internal static class Solids
{
    private const int FewestCorners = 4;

    internal static (ImmutableArray<SceneAtom> Atoms, ImmutableArray<SceneSolid> Solids) Of(
        CrystalView view, CoordinationPolyhedra polyhedra, Coordination coordination, ImmutableArray<SceneAtom> atoms, Func<int, (int, int, int), SceneAtom> place)
    {
        var drawn = atoms.ToDictionary(atom => (atom.Site, atom.Shift));
        var all = atoms.ToBuilder();
        var solids = ImmutableArray.CreateBuilder<SceneSolid>();
        var centers = Centers(polyhedra, coordination, view.Crystal).ToHashSet();
        foreach (var center in atoms.Where(atom => centers.Contains(atom.Site)))
        {
            var corners = coordination.Neighbors[center.Site].Select(neighbor =>
            {
                var key = (neighbor.Site, Shift: BondSticks.Sum(center.Shift, neighbor.Shift));
                if (!drawn.TryGetValue(key, out var corner)) all.Add(drawn[key] = corner = place(key.Site, key.Shift));
                return corner.Position;
            }).ToArray();
            var faces = ConvexHull.Faces(corners);
            if (faces.Length > 0)
                solids.Add(new(center.Color, polyhedra.Opacity, [.. faces.Select(face => face.Select(i => corners[i]).ToImmutableArray())]));
        }
        return (all.ToImmutable(), solids.ToImmutable());
    }

    /// <summary>The sites round which polyhedra stand.</summary>
    internal static IEnumerable<int> Centers(CoordinationPolyhedra polyhedra, Coordination coordination, Crystal crystal)
    {
        for (var site = 0; site < crystal.Sites.Length; site++)
        {
            var (own, neighbors) = (crystal.Sites[site].Element, coordination.Neighbors[site]);
            if (neighbors.Length < FewestCorners) continue;
            if (polyhedra.Centers?.Contains(own) ?? neighbors.All(neighbor => Pull(crystal.Sites[neighbor.Site].Element) > Pull(own)))
                yield return site;
        }
    }

    private static double Pull(Element element) => element.Electronegativity ?? 0;
}
