using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Decides how a molecule is drawn: its middle at the origin, its longest extent across, its shortest towards the reader.</summary>
internal static class MoleculeScene
{
    private const int MostAtoms = 4000;

    internal static CrystalScene Build(MoleculeView view, Coordination coordination)
    {
        var atoms = view.Molecule.Atoms;
        if (atoms.Length > MostAtoms)
            throw new ArgumentException($"A molecule of {atoms.Length:N0} atoms; at most {MostAtoms:N0} are drawn. Show a part of it.");
        if (view.AtomColors is { } colors) Same.Count(colors.Values.Count, "AtomColors", atoms.Length, "the molecule (atoms)");
        if (view.Vectors is { } arrows) SceneChecks.Check(arrows, atoms.Length);
        SceneChecks.CheckLabels(view.Labels, view.AtomColors, atoms.Length);
        var look = new AtomLook(view.Style, view.Labels, view.AtomColors);
        var middle = (1.0 / atoms.Length) * atoms.Select(atom => atom.Position).Aggregate((left, right) => left + right);
        var frame = Frame([.. atoms.Select(atom => atom.Position - middle)]);
        ImmutableArray<SceneAtom> drawn = [.. atoms.Select((atom, index) => new SceneAtom(
            index, default, frame.Seen(atom.Position - middle), default, atom.Element, look.Radius(atom.Element), look.Color(atom.Element, index))
        {
            Label = look.Label(atom.Element, index),
        })];
        return new(drawn, view.Style == AtomStyle.SpaceFilling ? [] : BondSticks.Of(drawn, coordination), [])
        {
            Arrows = view.Vectors is { } vectors ? Arrows.Of(vectors, drawn, frame.Seen) : [],
        };
    }

    // The principal axes of the atoms' spread: what is farthest apart lies from left to right.
    private static Look Frame(Cartesian[] places)
    {
        var across = Longest(places, new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));
        Cartesian[] rest = [.. places.Select(place => place - (place.Dot(across) * across))];
        var (first, second) = Perpendicular(across);
        var up = Longest(rest, first, second);
        return new(across, up, across.Cross(up));
    }

    // Power iteration on the spread, from the start that already reaches farthest; a spread without direction keeps it.
    private static Cartesian Longest(Cartesian[] places, params Cartesian[] starts)
    {
        var axis = starts.MaxBy(start => places.Sum(place => place.Dot(start) * place.Dot(start)));
        for (var step = 0; step < 200; step++)
        {
            var next = places.Select(place => place.Dot(axis) * place).Aggregate(new Cartesian(0, 0, 0), (left, right) => left + right);
            if (next.Length < 1e-9) return axis;
            axis = (1 / next.Length) * next;
        }
        return axis;
    }

    private static (Cartesian First, Cartesian Second) Perpendicular(Cartesian axis)
    {
        Cartesian other = Math.Abs(axis.X) < 0.7 ? new(1, 0, 0) : new(0, 1, 0);
        var first = axis.Cross(other);
        first = (1 / first.Length) * first;
        return (first, axis.Cross(first));
    }
}
