using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Decides which atoms, sticks and edges of a crystal are drawn.</summary>
internal static class SceneBuilder
{
    private const int MostAtoms = 4000;
    private const double OnFace = 1e-3; // fractional; coordinates are printed with three digits or more

    internal static CrystalScene Build(CrystalView view)
    {
        var (crystal, cells) = (view.Crystal, view.Supercell);
        Check(view);
        var frame = new SceneFrame(crystal.Lattice, cells);
        var sites = Enumerable.Range(0, crystal.Sites.Length);
        ImmutableArray<SceneAtom> atoms = [.. sites.SelectMany(site => Images(view, site).Select(place => Atom(view, frame, site, place)))];
        var sticks = view.Weights is { } weights ? WeightSticks.Of(view, weights, frame, atoms) : view.Bonds ? BondSticks.Of(atoms) : [];
        return new(atoms, sticks, Edges(frame, cells));
    }

    private static void Check(CrystalView view)
    {
        var (cells, sites) = (view.Supercell, view.Crystal.Sites.Length);
        if (cells.A < 1 || cells.B < 1 || cells.C < 1)
            throw new ArgumentException($"Supercell is {cells}; each number of cells must be at least 1.");
        var atoms = (long)sites * cells.A * cells.B * cells.C;
        if (atoms > MostAtoms)
            throw new ArgumentException(
                $"A view of {cells.A}×{cells.B}×{cells.C} cells has {atoms:N0} atoms; at most {MostAtoms:N0} are drawn. Show fewer cells.");
        if (view.AtomColors is { } colors) Same.Count(colors.Values.Count, "AtomColors", sites, "the crystal (sites)");
        foreach (var bond in view.Weights?.Weights ?? [])
            if (bond.Site < 0 || bond.Site >= sites)
                throw new ArgumentException($"A bond weight names site {bond.Site}; the crystal has sites 0 to {sites - 1}.");
    }

    private static IEnumerable<Fractional> Images(CrystalView view, int site)
    {
        var home = view.Crystal.Sites[site].Position.Wrapped;
        double[] Along(double value, int cells)
        {
            if (value > 1 - OnFace) value -= 1;
            var count = cells + (view.RepeatOnFaces && value < OnFace ? 1 : 0);
            return [.. Enumerable.Range(0, count).Select(cell => value + cell)];
        }
        return from a in Along(home.A, view.Supercell.A)
               from b in Along(home.B, view.Supercell.B)
               from c in Along(home.C, view.Supercell.C)
               select new Fractional(a, b, c);
    }

    private static SceneAtom Atom(CrystalView view, SceneFrame frame, int index, Fractional place)
    {
        var site = view.Crystal.Sites[index];
        var color = view.AtomColors is not { } colors ? site.Element.Color
            : double.IsFinite(colors.Values[index]) ? colors.ToColorBar() is var bar ? bar.Scale.Of(colors.Values[index], bar.Range) : Theme.Missing
            : Theme.Missing;
        return new(index, frame.Place(place), place, site.Element, Radius(site.Element), color, Text(view, site, index));
    }

    // Between the equal balls of textbooks and radii true to scale, so that oxygen stays visible beside caesium.
    internal static double Radius(Element element) => 0.26 + (0.23 * (element.CovalentRadius ?? 1.4));

    private static string Text(CrystalView view, Site site, int index)
    {
        var shared = site.Occupants.Select(occupant => $"{occupant.Element.Symbol} {occupant.Occupancy:0.##}");
        var who = site.IsOrdered ? site.Element.Symbol : string.Join(" + ", shared);
        var (a, b, c) = (site.Position.A, site.Position.B, site.Position.C);
        var value = view.AtomColors is { } colors ? $", {colors.Axis.Label} {Quantity.Of(colors.Values[index], 4, colors.Axis.Unit)}" : "";
        return $"{who}, site {index} ({a:0.###}, {b:0.###}, {c:0.###}){value}";
    }

    private static ImmutableArray<SceneEdge> Edges(SceneFrame frame, (int A, int B, int C) cells)
    {
        var edges = ImmutableArray.CreateBuilder<SceneEdge>();
        for (var i = 0; i < 4; i++)
        {
            var (low, high) = (i & 1, i >> 1);
            void Add(Fractional from, Fractional to, string name, string color) =>
                edges.Add(new(frame.Place(from), frame.Place(to), i == 0 ? color : Theme.Line, i == 0 ? name : null));
            Add(new(0, low * cells.B, high * cells.C), new(cells.A, low * cells.B, high * cells.C), "a", "#c0392b");
            Add(new(low * cells.A, 0, high * cells.C), new(low * cells.A, cells.B, high * cells.C), "b", "#1e8449");
            Add(new(low * cells.A, high * cells.B, 0), new(low * cells.A, high * cells.B, cells.C), "c", "#2458b3");
        }
        return edges.ToImmutable();
    }
}
