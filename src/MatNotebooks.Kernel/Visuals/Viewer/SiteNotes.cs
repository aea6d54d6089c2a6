using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>What a view says of each site: a line under the pointer, and more where it is clicked.</summary>
internal static class SiteNotes
{
    internal static ImmutableArray<SiteNote> Of(CrystalView view, Coordination coordination) =>
        [.. view.Crystal.Sites.Select((site, index) => Of(view, coordination, site, index))];

    internal static ImmutableArray<SiteNote> Of(MoleculeView view, Coordination coordination) =>
        [.. view.Molecule.Atoms.Select((atom, index) => new SiteNote(
            $"{atom.Element.Symbol}, atom {index}{Value(view.AtomColors, index)}",
            Lines(
                $"{atom.Element.Name}, atom {index}",
                $"x, y, z  {Triple(atom.Position.X, atom.Position.Y, atom.Position.Z)} Å",
                Bonds(coordination, index, other => view.Molecule.Atoms[other].Element.Symbol),
                ValueLine(view.AtomColors, index), VectorLine(view.Vectors, index))))];

    private static SiteNote Of(CrystalView view, Coordination coordination, Site site, int index)
    {
        var shared = site.Occupants.Select(occupant => $"{occupant.Element.Symbol} {occupant.Occupancy:0.##}");
        var who = site.IsOrdered ? site.Element.Symbol : string.Join(" + ", shared);
        var place = Triple(site.Position.A, site.Position.B, site.Position.C);
        return new(
            $"{who}, site {index} ({place}){Value(view.AtomColors, index)}",
            Lines(
                $"{(site.IsOrdered ? site.Element.Name : who)}, site {index}",
                $"a, b, c  {place}",
                Bonds(coordination, index, other => view.Crystal.Sites[other].Element.Symbol),
                ValueLine(view.AtomColors, index), VectorLine(view.Vectors, index)));
    }

    /// <summary>Neighbours by element with the range of their distances: "6 neighbours: 4 O 1.98 Å, 2 O 2.02 to 2.31 Å".</summary>
    private static string Bonds(Coordination coordination, int index, Func<int, string> symbolOf)
    {
        var neighbors = coordination.Neighbors[index];
        if (neighbors.Length == 0) return "no neighbour within bonding distance";
        var groups = neighbors.GroupBy(neighbor => symbolOf(neighbor.Site)).OrderBy(group => group.Min(neighbor => neighbor.Distance));
        return $"{neighbors.Length} neighbour{(neighbors.Length == 1 ? "" : "s")}: " + string.Join(", ", groups.Select(group =>
        {
            var (near, far) = (group.Min(neighbor => neighbor.Distance), group.Max(neighbor => neighbor.Distance));
            return far - near < 0.005 ? $"{group.Count()} {group.Key} {near:0.00} Å" : $"{group.Count()} {group.Key} {near:0.00} to {far:0.00} Å";
        }));
    }

    private static string Value(ColorValues? colors, int index) => ValueLine(colors, index) is { } line ? ", " + line : "";

    private static string? ValueLine(ColorValues? colors, int index) =>
        colors is null ? null : $"{colors.Axis.Label} {Quantity.Of(colors.Values[index], 4, colors.Axis.Unit)}";

    private static string? VectorLine(AtomVectors? vectors, int index) => vectors is null ? null
        : $"{vectors.Axis.Label} {Quantity.Of(vectors.Values[index].Length, 3, vectors.Axis.Unit)}, along {Triple(vectors.Values[index].X, vectors.Values[index].Y, vectors.Values[index].Z)}";

    private static string Triple(double a, double b, double c) => $"{a:0.####}, {b:0.####}, {c:0.####}";

    private static ImmutableArray<string> Lines(params IEnumerable<string?> lines) => [.. lines.OfType<string>()];
}
